/** Many pictures at once: what all of them share is typed once, what is each picture's own down a column. */
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoTextName } from '../../shared/photos/photo-details.ts';
import { FormError } from '../app/form-error.tsx';
import { readDate, writeDate } from '../article/read-date.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { batchDeeds, commonKeywords, commonText, type How, type SharedPart } from './batch-deeds.ts';
import { MomentField } from './moment-field.tsx';
import { OwnColumn } from './own-column.tsx';
import { SharedText } from './shared-text.tsx';
import { useManyDeeds } from './use-many-deeds.ts';
import { useRecords } from './use-records.ts';
import './batch-dialog.css';

const sharedTexts: readonly PhotoTextName[] = [
  ...(['description', 'headline', 'credit', 'creator', 'source', 'copyright'] as const),
  ...(['sublocation', 'city', 'province', 'country', 'rightsUsage', 'instructions'] as const),
];

export function BatchDialog({
  sha256s,
  sessions,
  onClose,
}: {
  sha256s: readonly string[];
  sessions: RecordSessions;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['captionDesk', 'app']);
  const run = useManyDeeds(sessions, onClose);
  const { records, behind, isWhole, error } = useRecords(sha256s, sessions);
  const [texts, setTexts] = useState<SharedPart['texts']>({});
  const [added, setAdded] = useState('');
  const [removed, setRemoved] = useState('');
  const [expires, setExpires] = useState<string | null | undefined>(undefined);
  const [ownField, setOwnField] = useState<PhotoTextName>('description');
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map());
  const keywords = useMemo(() => commonKeywords(records), [records]);

  const deeds = useMemo(
    () =>
      batchDeeds(
        records,
        {
          texts,
          addKeywords: piecesOf(added),
          removeKeywords: piecesOf(removed),
          change: expires === undefined ? {} : { expires },
        },
        { field: ownField, texts: own },
      ),
    [records, texts, added, removed, expires, ownField, own],
  );
  const setText = (name: PhotoTextName, change: { how: How; text: string } | null): void =>
    setTexts(({ [name]: _, ...others }) => (change === null ? others : { ...others, [name]: change }));
  const isReady = isWhole && deeds.length > 0;
  return (
    <Dialog
      title={t('batch.title', { count: sha256s.length })}
      size="full"
      isHeld
      onClose={onClose}
      actions={
        <>
          <p className="batch-state" role="status">
            {isWhole
              ? deeds.length === 0
                ? t('batch.nothing')
                : ''
              : t('batch.reading', { behind, total: sha256s.length })}
          </p>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" isDisabled={!isReady} onPress={() => run((library) => library.change({ deeds }))}>
            {t('batch.apply', { count: deeds.length })}
          </Button>
        </>
      }
    >
      <div className="batch">
        <section aria-label={t('batch.shared')} className="batch-shared">
          <h3>{t('batch.shared')}</h3>
          <p className="caption-none">{t('batch.sharedHint')}</p>
          {sharedTexts.map((name) => (
            <SharedText
              key={name}
              name={name}
              common={isWhole ? commonText(records, name) : ''}
              change={texts[name] ?? null}
              onChange={(change) => setText(name, change)}
            />
          ))}
          <TextInput
            label={t('batch.addKeywords')}
            value={added}
            hint={
              keywords.length === 0
                ? t('batch.keywordsNone')
                : t('batch.keywordsHint', { keywords: keywords.join(', ') })
            }
            onChange={setAdded}
          />
          <TextInput label={t('batch.removeKeywords')} value={removed} onChange={setRemoved} />
          <MomentField
            field="expires"
            value={expires ?? null}
            read={(text) => readDate(text, new Date())}
            write={writeDate}
            onChange={(day) => setExpires(day ?? undefined)}
          />
        </section>
        <OwnColumn
          records={records}
          field={ownField}
          texts={own}
          onField={setOwnField}
          onText={(sha256, text) => setOwn((former) => new Map(former).set(sha256, text))}
        />
      </div>
      <FormError error={error} />
    </Dialog>
  );
}

function piecesOf(typed: string): string[] {
  return typed
    .normalize('NFC')
    .split(/[,;\n]/u)
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '');
}
