import { detailWords, type ErrorCode, errorTexts, type Language } from './codes.ts';

export type ErrorDetails = Record<string, string | number | boolean | null>;

/** The plain record in which an error crosses a process, a port or the network. */
export type ErrorRecord = { code: ErrorCode; message: string; details: ErrorDetails };

/**
 * The one error of the house. `code` is what programs read; `details` fills the text that people read
 * (see `errorText`); `message` is English, for logs and for the command line.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly retryable: boolean;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(errorText(code, 'en', details), { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.retryable = options.retryable ?? false;
  }

  toRecord(): ErrorRecord {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Says what happened, what was kept and what to do, in the person's language. */
export function errorText(code: ErrorCode, language: Language, details: ErrorDetails = {}): string {
  const template = (errorTexts[code] ?? errorTexts.internal)[language];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(details[name] ?? '');
    return detailWords[language][name]?.[value] ?? value;
  });
}

/** Any thrown thing as an AppError; what is not ours becomes `internal` with its cause kept. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', { reason }, { cause: thrown });
}
