/** Find and replace in the open article: a bar between the tools and the text, which stays where it is. */
import { CaseSensitive, ChevronDown, ChevronUp, Regex, Replace, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindQuery } from '../../shared/find/find-hits.ts';
import { showKeys } from '../app/commands.tsx';
import { currentLanguage } from '../app/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { IdleInput } from './idle-input.tsx';
import type { Finding } from './use-find.ts';
import './tools.css';

export type FindOptions = Omit<FindQuery, 'text'>;
const optionNames = ['matchCase', 'wholeWord', 'isPattern'] as const;
const icons = { matchCase: CaseSensitive, wholeWord: WholeWord, isPattern: Regex } as const;

export function FindBar({
  field,
  text,
  onText,
  options,
  onOptions,
  finding,
  isReplacing,
  onReplacing,
  by,
  onBy,
  keepCase,
  onKeepCase,
  isEditable,
  onReplace,
  onReplaceAll,
  onClose,
}: {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  options: FindOptions;
  onOptions: (options: FindOptions) => void;
  finding: Finding;
  isReplacing: boolean;
  onReplacing: (isReplacing: boolean) => void;
  by: string;
  onBy: (by: string) => void;
  keepCase: boolean;
  onKeepCase: (keepCase: boolean) => void;
  isEditable: boolean;
  /** `by`: where it is newer than what was told. */
  onReplace: (by?: string) => void;
  onReplaceAll: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  const bar = useRef<HTMLElement>(null);
  const byField = useRef<HTMLInputElement>(null);
  useKeepTextInPlace(bar, `${isReplacing} ${finding.problem}`);
  const countId = useId();
  const number = (value: number): string => value.toLocaleString(currentLanguage());
  const none = finding.hits.length === 0;
  // The button that replaced the last hit is of no use then and lets go of the focus; the keys still belong to the bar.
  useEffect(() => {
    if (!none) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) field.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [none, field]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Tab' && !event.shiftKey && event.target === field.current && byField.current !== null) {
      // From what is looked for to what replaces it; how to look is one Shift+Tab back.
      event.preventDefault();
      byField.current.focus();
      byField.current.select();
      return;
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  // The first Enter of a new search shows its first hit.
  const onEnter = (event: KeyboardEvent, _: string, isNew: boolean): void => {
    if (!isNew) finding.step(event.shiftKey ? -1 : 1);
  };
  return (
    <search className="find-bar" aria-label={t('find.label')} ref={bar} onKeyDown={onKeyDown}>
      <div className="find-row">
        <IdleInput
          ref={field}
          label={t('find.text')}
          value={text}
          onText={onText}
          onEnter={onEnter}
          isWrong={finding.problem !== null}
          describedBy={countId}
        />
        <FindChoices options={options} onOptions={onOptions} />
        <p className="find-count tabular" id={countId} role="status">
          {text === '' || finding.problem !== null
            ? ''
            : none
              ? t('find.none')
              : t('find.at', { at: number(finding.current + 1), total: number(finding.hits.length) })}
        </p>
        <IconButton
          label={t('find.former')}
          keys={showKeys('shift+f3')}
          isDisabled={none}
          onPress={() => finding.step(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton label={t('find.next')} keys="F3" isDisabled={none} onPress={() => finding.step(1)}>
          <ChevronDown />
        </IconButton>
        {isEditable ? (
          <IconButton
            label={t('find.replacing')}
            keys={showKeys('mod+h')}
            isPressed={isReplacing}
            onPress={() => onReplacing(!isReplacing)}
          >
            <Replace />
          </IconButton>
        ) : null}
        <IconButton label={t('find.close')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </div>
      {finding.problem === null ? null : (
        <p className="find-problem" role="alert">
          {t(`find.problem.${finding.problem}`)}
        </p>
      )}
      {isReplacing && isEditable ? (
        <div className="find-row">
          <IdleInput
            ref={byField}
            label={t('find.by')}
            value={by}
            onText={onBy}
            onEnter={(_, typed) => onReplace(typed)}
          />
          <button
            type="button"
            className="find-choice is-wide"
            aria-pressed={keepCase}
            title={t('find.keepCaseHint')}
            onClick={() => onKeepCase(!keepCase)}
          >
            {t('find.keepCase')}
          </button>
          <span className="find-space" />
          <Button look="quiet" isDisabled={none} onPress={() => onReplace()}>
            {t('find.replace')}
          </Button>
          <Button look="quiet" isDisabled={none} onPress={onReplaceAll}>
            {t('find.replaceAll')}
          </Button>
        </div>
      ) : null}
    </search>
  );
}

/** How to look. */
export function FindChoices({
  options,
  onOptions,
}: {
  options: FindOptions;
  onOptions: (options: FindOptions) => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  return (
    <div className="find-choices">
      <IconButton
        label={t('find.matchAccents')}
        isPressed={options.matchAccents}
        className="find-accents"
        onPress={() => onOptions({ ...options, matchAccents: !options.matchAccents })}
      >
        <span aria-hidden="true">ấ</span>
      </IconButton>
      {optionNames.map((name) => {
        const Icon = icons[name];
        return (
          <IconButton
            key={name}
            label={t(`find.${name}`)}
            isPressed={options[name]}
            onPress={() => onOptions({ ...options, [name]: !options[name] })}
          >
            <Icon />
          </IconButton>
        );
      })}
    </div>
  );
}

/** The text goes on where it was on the screen when the bar comes, grows or goes. */
function useKeepTextInPlace(bar: RefObject<HTMLElement | null>, rows: string): void {
  const height = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row makes it higher
  useLayoutEffect(() => {
    const scroller = bar.current?.parentElement?.querySelector('.article-scroll');
    const next = bar.current?.offsetHeight ?? 0;
    if (scroller != null) scroller.scrollTop += next - height.current;
    height.current = next;
  }, [bar, rows]);
  useLayoutEffect(() => {
    const scroller = bar.current?.parentElement?.querySelector('.article-scroll');
    return () => {
      if (scroller != null) scroller.scrollTop -= height.current;
      height.current = 0;
    };
  }, [bar]);
}
