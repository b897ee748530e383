/**
 * Keywords as chips. Enter, a comma or leaving the field adds what was typed. No key that takes letters away is bound in the
 * field, since input methods send it themselves: chips are reached by the arrow keys and removed there.
 */
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cutToBytes, IIM_KEYWORD_LIMIT, iimBytes } from '../../shared/photos/iim-limits.ts';
import { MAX_KEYWORD } from '../../shared/photos/photo-details.ts';
import './keyword-field.css';

const BETWEEN = /[,;\n]/u;

export function KeywordField({
  keywords,
  onAdd,
  onRemove,
}: {
  keywords: readonly string[];
  onAdd: (keywords: string[]) => void;
  onRemove: (keyword: string) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const add = (pieces: readonly string[]): void => {
    const wanted = pieces
      .map((piece) => piece.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MAX_KEYWORD))
      .filter((piece) => piece !== '');
    if (wanted.length > 0) onAdd(wanted);
  };
  const take = (): void => {
    const input = field.current;
    if (input === null || input.value === '') return;
    add(input.value.split(BETWEEN));
    input.value = '';
  };
  const onInput = (isComposing: boolean): void => {
    const input = field.current;
    if (input === null || isComposing || !BETWEEN.test(input.value)) return;
    // At once, so that a letter that follows in the same burst finds the field as it will be.
    const pieces = input.value.split(BETWEEN);
    input.value = (pieces.pop() ?? '').trimStart();
    add(pieces);
  };
  const focusChip = (index: number): void => {
    const buttons = chips.current?.querySelectorAll('button') ?? [];
    (buttons[index] ?? field.current)?.focus();
  };
  const onKeyInField = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'Enter') {
      event.preventDefault();
      take();
    } else if (event.key === 'ArrowLeft' && event.currentTarget.selectionEnd === 0 && keywords.length > 0) {
      event.preventDefault();
      focusChip(keywords.length - 1);
    }
  };
  const onKeyOnChip = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0) {
      event.preventDefault();
      focusChip(Math.max(0, index + step));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(keywords[index]!);
      focusChip(Number.MAX_SAFE_INTEGER);
    }
  };
  return (
    <div className="record-field" data-field="keywords">
      <label className="record-field-label" htmlFor={id}>
        {t('field.keywords')}
      </label>
      <div className="keyword-box">
        <ul ref={chips}>
          {keywords.map((keyword, index) => {
            const cut = iimBytes(keyword) > IIM_KEYWORD_LIMIT ? cutToBytes(keyword, IIM_KEYWORD_LIMIT) : null;
            return (
              <li key={keyword} className={`keyword ${cut === null ? '' : 'is-over'}`}>
                <span title={cut === null ? undefined : t('keywordTooLong', { cut })}>{keyword}</span>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('keywordRemove', { keyword })}
                  onKeyDown={(event) => onKeyOnChip(event, index)}
                  onClick={() => onRemove(keyword)}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
        <input
          id={id}
          ref={field}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={keywords.length === 0 ? t('placeholder.keyword') : ''}
          aria-describedby={`${id}-hint`}
          onInput={({ nativeEvent }) => onInput((nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={() => onInput(false)}
          onKeyDown={onKeyInField}
          onBlur={take}
        />
      </div>
      <p className="for-readers" id={`${id}-hint`}>
        {t('hint.keywords')}
      </p>
    </div>
  );
}
