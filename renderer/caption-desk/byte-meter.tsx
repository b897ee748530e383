/** How much of what IPTC-IIM can hold a text takes, in bytes, at each key; and what of it IIM would cut off. */
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { cutToBytes, iimBytes } from '../../shared/photos/iim-limits.ts';
import { plainText } from '../editor/text-binding.ts';
import './byte-meter.css';

export function useTextNow(text: Y.Text): string {
  return useSyncExternalStore(
    useCallback(
      (changed: () => void) => {
        text.observe(changed);
        return () => text.unobserve(changed);
      },
      [text],
    ),
    () => plainText(text),
  );
}

export function ByteMeter({ text, limit }: { text: Y.Text; limit: number }): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const used = iimBytes(useTextNow(text));
  return (
    <span
      className={`byte-meter tabular ${used > limit ? 'is-over' : ''} ${used === 0 ? 'is-empty' : ''}`}
      title={t('bytesLabel', { used, limit })}
    >
      {t('bytes', { used, limit })}
    </span>
  );
}

/** How many letters of the end are shown, for the person to see where it ends. */
const END_LETTERS = 24;

export function ByteCut({ text, limit }: { text: Y.Text; limit: number }): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const whole = useTextNow(text);
  if (iimBytes(whole) <= limit) return null;
  const end = [...cutToBytes(whole, limit)].slice(-END_LETTERS).join('');
  return (
    <p className="byte-cut" role="status">
      {t('bytesCut', { end, limit })}
    </p>
  );
}
