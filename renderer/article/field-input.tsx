import { type ReactNode, useState } from 'react';
import type { ArticleUndo } from '../editor/article-undo.ts';
import { TextInput } from '../ui/text-input.tsx';

/**
 * A field of the article that holds a plain value. What is typed is told at once; until the field is left it shows what
 * was typed, not what was made of it. Everything from entering to leaving it is one step of undo.
 */
export function FieldInput({
  value,
  onChange,
  onLeave,
  errorOf,
  undo,
  ...rest
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Told what was typed when the field is left. */
  onLeave?: (text: string) => void;
  /** Why what was typed is not in the article; asked when the field is left. */
  errorOf?: (text: string) => string | null;
  undo: ArticleUndo;
  isDisabled: boolean;
  hint?: string;
  placeholder?: string;
  list?: string;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const leave = (): void => {
    if (typed === null) {
      undo.cut();
      return;
    }
    onLeave?.(typed);
    const wrong = errorOf?.(typed) ?? null;
    setError(wrong);
    undo.cut();
    // What is wrong stays to be mended.
    if (wrong === null) setTyped(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the field that it wraps
    <div onFocus={() => undo.cut()} onBlur={leave}>
      <TextInput
        {...rest}
        value={typed ?? value}
        error={error}
        onChange={(text) => {
          setTyped(text);
          setError(null);
          onChange(text);
        }}
        onEnter={leave}
      />
    </div>
  );
}
