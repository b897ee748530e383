import type { ReactNode } from 'react';
import { type AppError, errorText } from '../../shared/errors/app-error.ts';
import { currentLanguage } from './words.ts';
import './form-error.css';

/** What went wrong, where it was tried: what was kept and what to do stand in the text itself. */
export function FormError({ error }: { error: AppError | null }): ReactNode {
  if (error === null) return null;
  return (
    <p className="form-error" role="alert">
      {errorText(error.code, currentLanguage(), error.details)}
    </p>
  );
}
