/** Commands that speak with the office's endpoint. */
import type { Refusal } from '../../../shared/contract/desk.ts';
import { AppError, errorText } from '../../../shared/errors/app-error.ts';
import { isErrorCode, type Language } from '../../../shared/errors/codes.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

export const joinCommand: Command = {
  usage: 'join ENDPOINT CODE',
  least: 2,
  most: 2,
  takes: [],
  async run({ openDesk, rest: [endpoint = '', code = ''], language }) {
    const desk = await openDesk('own');
    const { office, person } = await desk.sync.join(endpoint, code);
    return { json: { office, person }, text: words[language].joined(office, person.name) };
  },
};

/**
 * `{link, waiting: {count, oldestAt}, refused: [{id, articleId, headline, what, code, message, at}], lastSyncAt}`. Not
 * reaching the endpoint is an error here, unlike at the desk: whoever runs a command wants it done.
 */
export const syncCommand: Command = {
  usage: 'sync',
  least: 0,
  most: 0,
  takes: [],
  async run({ openDesk, language }) {
    const desk = await openDesk();
    await desk.sync.now();
    const { link, waiting, refused, lastSyncAt, linkError } = desk.sync.status();
    if (linkError !== null)
      throw new AppError(isErrorCode(linkError.code) ? linkError.code : 'internal', linkError.details);
    const say = words[language];
    const lines = refused.map(refusalLine(language));
    return {
      json: { link, waiting, refused, lastSyncAt },
      text: [say.synced, say.waiting(waiting.count), ...lines].join('\n'),
    };
  },
};

function refusalLine(language: Language): (refusal: Refusal) => string {
  return ({ what, headline, code, message }) => {
    const why = isErrorCode(code) ? errorText(code, language) : message;
    return `${words[language].refused}: ${headline || words[language].untitled} (${what}): ${why}`;
  };
}
