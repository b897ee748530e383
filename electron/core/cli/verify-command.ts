import { AppError } from '../../../shared/errors/app-error.ts';
import { faultText } from '../verify/faults.ts';
import { verifyDesk } from '../verify/verify-desk.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

/** `{ok, checked: {articles, updates, events, revisions, photos, files}, problems: [{fault, id, message}]}`. */
export const verifyCommand: Command = {
  usage: 'verify',
  least: 0,
  most: 0,
  takes: [],
  async run({ openDesk, hasDesk, dataFolder, language }) {
    // A desk made for the occasion would be found sound.
    if (!hasDesk) throw new AppError('file-not-found', { file: dataFolder });
    const desk = await openDesk();
    const { checked, problems } = await verifyDesk(desk);
    const ok = problems.length === 0;
    const lines = problems.map((problem) => faultText(problem, language));
    return {
      json: { ok, checked, problems: problems.map((problem) => ({ ...problem, message: faultText(problem, 'en') })) },
      text: ok ? words[language].sound(checked) : lines.join('\n'),
      failures: ok ? [] : [new AppError('damage-found', { count: problems.length, folder: desk.folder })],
    };
  },
};
