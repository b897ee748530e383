import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ABBREVIATION, MAX_EXPANSION, MAX_LIST_WORD } from '../../shared/contract/desk-lists.ts';
import type { ListKind } from '../../shared/spelling/list-text.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type Entry, entryOf } from './list-entry.ts';

/** A new entry, or one that is changed. Enter puts it in, and the next one can be typed. */
export function EntryForm({
  kind,
  former = null,
  onPut,
  onCancel,
}: {
  kind: ListKind;
  former?: Entry | null;
  /** True once it is in the list. */
  onPut: (entry: Entry) => Promise<boolean>;
  onCancel?: () => void;
}): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  const [name, setName] = useState(former?.name ?? '');
  const [long, setLong] = useState(former?.long ?? '');
  const form = useRef<HTMLDivElement>(null);
  const isWord = kind === 'words';
  const hasSpace = !isWord && /\s/u.test(name.trim());
  const isWhole =
    name.trim() !== '' &&
    !hasSpace &&
    name.length <= (isWord ? MAX_LIST_WORD : MAX_ABBREVIATION) &&
    (isWord || (long.trim() !== '' && long.length <= MAX_EXPANSION));
  const put = (): void => {
    if (!isWhole) return;
    void onPut(entryOf(isWord ? name.trim() : { short: name.trim(), long: long.trim() })).then((isDone) => {
      if (!isDone || former !== null) return;
      setName('');
      setLong('');
      form.current?.querySelector('input')?.focus();
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is taken from the fields within
    <div
      className={`entry-form ${isWord ? '' : 'is-pair'}`}
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onCancel === undefined) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextInput
        label={t(isWord ? 'lists.word' : 'lists.short')}
        value={name}
        autoFocus
        onChange={setName}
        onEnter={() => {
          if (isWord || long.trim() !== '') put();
          else form.current?.querySelectorAll('input')[1]?.focus();
        }}
        hint={isWord && former === null ? t('lists.wordHint') : undefined}
        error={hasSpace ? t('lists.shortSpace') : null}
      />
      {isWord ? null : (
        <TextInput
          label={t('lists.long')}
          value={long}
          onChange={setLong}
          onEnter={put}
          hint={former === null ? t('lists.longHint') : undefined}
        />
      )}
      <div className="entry-form-buttons">
        <Button isDisabled={!isWhole} onPress={put}>
          {t(former === null ? 'lists.add' : 'lists.save')}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="quiet" onPress={onCancel}>
            {t('lists.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
