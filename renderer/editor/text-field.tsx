/** A field of an article's own text (headline, lead, captions): a textarea that grows, bound to a Y.Text. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { ArticleUndo } from './article-undo.ts';
import './editor.css';
import { pasteIntoField } from './paste-into-field.ts';
import { TextBinding } from './text-binding.ts';

export type TextFieldProps = {
  text: Y.Text;
  undo: ArticleUndo;
  label: string;
  name?: string;
  editable: boolean;
  placeholder?: string;
  className?: string;
  /** Id of an element that says what belongs here. */
  describedBy?: string;
  /** In `one`: where Enter leads. */
  onEnter?: () => void;
  autoFocus?: boolean;
  lines?: 'one' | 'many';
};

export function TextField(props: TextFieldProps): ReactNode {
  const {
    text,
    undo,
    label,
    name,
    editable,
    placeholder,
    className,
    describedBy,
    onEnter,
    autoFocus,
    lines = 'one',
  } = props;
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const binding = new TextBinding(ref.current!, text, undo, lines === 'one');
    return () => binding.destroy();
  }, [text, undo, lines]);

  useEffect(() => {
    if (autoFocus === true) ref.current?.focus();
  }, [autoFocus]);

  return (
    <textarea
      ref={ref}
      id={id}
      name={name}
      className={`text-field ${className ?? ''}`}
      aria-label={label}
      aria-describedby={describedBy}
      readOnly={!editable}
      placeholder={placeholder}
      rows={1}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      onPaste={({ currentTarget, nativeEvent }) =>
        pasteIntoField(currentTarget, nativeEvent, lines === 'one' ? ' ' : '\n')
      }
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229 || lines === 'many') return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        onEnter?.();
      }}
    />
  );
}
