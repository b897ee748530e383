/**
 * A field for a name that is in use already, or a new one. Names that fit are offered in a list below it; nothing is
 * ever written into the field by itself, so input methods are not disturbed. Arrow keys move through the list, Enter
 * takes the active one, else what was typed; Esc closes the list.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { currentLanguage } from '../app/words.ts';
import { useTypedValue } from './typed-value.ts';
import './name-field.css';

/** `detail`: what else is known of it, such as somebody's title. */
export type NameInUse = { name: string; count: number; detail?: string };

const LIST_GAP_PX = 4;

export function NameField({
  label,
  value,
  suggest,
  onTake,
  onType,
  onEnter,
  placeholder,
  listLabel,
  hint,
  autoFocus = false,
  hideLabel = false,
}: {
  label: string;
  value: string;
  /** Names in use that begin with what was typed, the best first. */
  suggest: (starts: string) => Promise<readonly NameInUse[]>;
  /** A name was picked, or what was typed is left. `picked`: the one of the list. */
  onTake: (name: string, picked?: NameInUse) => void;
  /** Told on every input, where the name is wanted before it is taken. */
  onType?: (text: string) => void;
  /** Enter where no name of the list is active. */
  onEnter?: () => void;
  placeholder?: string;
  listLabel: string;
  hint?: string;
  autoFocus?: boolean;
  hideLabel?: boolean;
}): ReactNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // Whoever is told of every letter may have taken them back meanwhile, as by an undo.
    if (onType !== undefined && typed !== null && !isSameName(value, typed)) setTyped(null);
  }
  const own = useTypedValue(
    typed ?? value,
    (text) => {
      setTyped(text);
      setActive(-1);
      setOpen(true);
      onType?.(text);
    },
    field,
  );
  const names = useNames(suggest, typed ?? '', isOpen);
  const isListed = isOpen && names.length > 0;
  const take = (name: string, picked?: NameInUse): void => {
    setTyped(null);
    setOpen(false);
    setActive(-1);
    if (name !== value || picked !== undefined) onTake(name, picked);
  };
  const move = (by: number): void => {
    setOpen(true);
    setActive((index) => Math.max(-1, Math.min(names.length - 1, index + by)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const picked = names[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isListed && picked !== undefined) take(picked.name, picked);
      else {
        take((typed ?? value).trim());
        onEnter?.();
      }
    } else if (event.key === 'Escape' && isListed) {
      // The list closes first; what holds the field is closed by the next one.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    }
  };
  return (
    <div className="name-field text-input">
      <label htmlFor={id} className={hideLabel ? 'for-readers' : undefined}>
        {label}
      </label>
      <input
        id={id}
        {...own}
        role="combobox"
        {...(autoFocus ? { autoFocus } : {})}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        placeholder={placeholder}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          take((typed ?? value).trim());
          own.onBlur();
        }}
      />
      <p className="text-input-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <NameList field={field} isShown={isListed} id={`${id}-list`} label={listLabel}>
        {names.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and answers the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field names its active row instead
          <div
            key={`${entry.name} ${entry.detail ?? ''}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`name-row ${index === active ? 'is-active' : ''}`}
            onPointerMove={() => setActive(index)}
            onClick={() => {
              take(entry.name, entry);
              field.current?.focus();
            }}
          >
            <span className="name-row-name">
              {entry.name}
              {entry.detail === undefined ? null : <span className="name-row-detail">{entry.detail}</span>}
            </span>
            <span className="name-row-count tabular">{entry.count.toLocaleString(currentLanguage())}</span>
          </div>
        ))}
      </NameList>
    </div>
  );
}

/** But for spaces, and for how its letters are composed. */
function isSameName(one: string, other: string): boolean {
  return one.normalize('NFC').trim() === other.normalize('NFC').trim();
}

/** Over whatever holds the field, and as wide as the field. */
function NameList({
  field,
  isShown,
  id,
  label,
  children,
}: {
  field: { current: HTMLInputElement | null };
  isShown: boolean;
  id: string;
  label: string;
  children: ReactNode;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [box, at] = [list.current, field.current?.getBoundingClientRect()];
    if (box === null || at === undefined || !isShown) return;
    box.style.left = `${at.left}px`;
    box.style.top = `${at.bottom + LIST_GAP_PX}px`;
    box.style.width = `${at.width}px`;
    box.showPopover();
    return () => box.hidePopover();
  }, [isShown, field]);
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      className="name-list"
      role="listbox"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}

/** The former names stay until the next are here. */
function useNames(
  suggest: (starts: string) => Promise<readonly NameInUse[]>,
  starts: string,
  isWanted: boolean,
): readonly NameInUse[] {
  const [names, setNames] = useState<readonly NameInUse[]>([]);
  const latest = useRef(suggest);
  useEffect(() => {
    latest.current = suggest;
  });
  useEffect(() => {
    if (!isWanted) return;
    let isLatest = true;
    latest.current(starts).then(
      (found) => {
        if (isLatest) setNames(found);
      },
      // Without suggestions the field is a plain field.
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [starts, isWanted]);
  return names;
}
