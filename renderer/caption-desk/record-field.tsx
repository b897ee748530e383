/** One text of a picture's record, with what IPTC-IIM can hold of it. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { iimLimits } from '../../shared/photos/iim-limits.ts';
import type { PhotoTextName } from '../../shared/photos/photo-details.ts';
import { TextField } from '../editor/text-field.tsx';
import type { RecordSession } from '../photo-records/record-session.ts';
import { ByteCut, ByteMeter } from './byte-meter.tsx';
import './record-field.css';

const limitOf = (name: PhotoTextName): number | null =>
  name in iimLimits ? iimLimits[name as keyof typeof iimLimits] : null;

export function RecordField({
  session: { doc, undo },
  name,
  lines = 'one',
  placeholder,
  hint,
  isOff = false,
  onEnter,
  children,
}: {
  session: RecordSession;
  name: PhotoTextName;
  lines?: 'one' | 'many';
  placeholder?: string;
  hint?: string;
  /** It is not asked for now; what it says stays. */
  isOff?: boolean;
  onEnter?: () => void;
  /** Beside its name. */
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const hintId = useId();
  const text = doc.getText(name);
  const limit = limitOf(name);
  const label = t(`field.${name}`);
  return (
    <div className={`record-field ${isOff ? 'is-off' : ''}`} data-field={name}>
      <div className="record-field-head">
        <span className="record-field-label" aria-hidden="true">
          {label}
        </span>
        {children}
        {limit === null ? null : <ByteMeter text={text} limit={limit} />}
      </div>
      <TextField
        text={text}
        undo={undo}
        label={label}
        name={name}
        editable={!isOff}
        lines={lines}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(hint === undefined ? {} : { describedBy: hintId })}
        {...(onEnter === undefined ? {} : { onEnter })}
      />
      {limit === null ? null : <ByteCut text={text} limit={limit} />}
      {hint === undefined ? null : (
        <p className="record-field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
