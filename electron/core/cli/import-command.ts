import type { Guess, ImportPreview } from '../../../shared/contract/desk.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { asAppError } from '../../../shared/errors/app-error.ts';
import { previewImport } from '../exchange/import-file.ts';
import { readImportFile } from '../exchange/read-import-file.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

const SHOWN_CHARACTERS = 70;

type Imported = { id: string; guesses: Guess[] };
type Failed = { file: string; code: string; message: string };

/** Each file for itself: what cannot be imported stands in `failed`, and the rest is imported. */
export const importCommand: Command = {
  usage: 'import FILE...',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  takes: [],
  async run({ openDesk, rest, language }) {
    const desk = await openDesk();
    const articles: Imported[] = [];
    const failed: Failed[] = [];
    const failures: AppError[] = [];
    const lines: string[] = [];
    for (const file of rest) {
      try {
        const { bytes, name } = await readImportFile(file);
        const preview = previewImport(bytes, name);
        const id = desk.importArticle(preview);
        articles.push({ id, guesses: preview.guesses });
        lines.push(words[language].imported(file, id), ...guessLines(preview, language), '');
      } catch (thrown) {
        const error = asAppError(thrown);
        failures.push(error);
        failed.push({ file, code: error.code, message: error.message });
      }
    }
    return { json: { articles, failed }, text: lines.join('\n').trimEnd(), failures };
  },
};

function guessLines({ guesses }: ImportPreview, language: 'vi' | 'en'): string[] {
  return guesses.map(({ line, as, text }) => {
    const short = text.length > SHOWN_CHARACTERS ? `${[...text].slice(0, SHOWN_CHARACTERS).join('')}…` : text;
    return `  ${words[language].line(line)}\t${words[language].guess[as]}\t${short}`;
  });
}
