/**
 * The words for an error that comes as a code with its English message, without the details that fill its text: a
 * refusal of the endpoint, a failed save. The message was made from the same text, so the details are read back from it.
 */
import { type ErrorDetails, errorText } from '../../shared/errors/app-error.ts';
import { detailWords, errorTexts, isErrorCode, type Language } from '../../shared/errors/codes.ts';

function detailsOf(template: string, message: string): ErrorDetails {
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>[\\s\\S]*)');
  const found = Object.entries(new RegExp(`^${pattern}$`, 'u').exec(message)?.groups ?? {});
  return Object.fromEntries(found.map(([name, value]) => [name, nameOf(name, value)]));
}

/** The name of ours that the English message says in a word: `in review` is `in-review`. */
function nameOf(detail: string, word: string): string {
  const known = Object.entries(detailWords.en[detail] ?? {});
  return known.find(([, english]) => english === word)?.[0] ?? word;
}

/** In the person's language where the code is known; the message as it is where it comes from a newer endpoint. */
export function errorWords({ code, message }: { code: string; message: string }, language: Language): string {
  if (!isErrorCode(code)) return message;
  return errorText(code, language, detailsOf(errorTexts[code].en, message));
}
