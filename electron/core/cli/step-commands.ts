/** Steps of the workflow, each a command of its own. */
import type { Action } from '../../../shared/contract/desk.ts';
import { standingOf } from '../../../shared/workflow/standing.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

type Takes = { reason?: 'needed' | 'taken'; revision?: true };

const steps: Record<Action, Takes> = {
  submit: {},
  recall: {},
  return: { reason: 'needed', revision: true },
  approve: { revision: true },
  reopen: {},
  withdraw: { reason: 'needed' },
  spike: { reason: 'taken' },
  restore: {},
};

function stepCommand(action: Action, { reason, revision }: Takes): Command {
  const optional = [...(reason === 'taken' ? [' [--reason TEXT]'] : []), ...(revision ? [' [--revision HASH]'] : [])];
  return {
    usage: `${action} ID${reason === 'needed' ? ' --reason TEXT' : ''}${optional.join('')}`,
    least: 1,
    most: 1,
    takes: [...(reason === undefined ? [] : (['reason'] as const)), ...(revision ? (['revision'] as const) : [])],
    needs: reason === 'needed' ? ['reason'] : [],
    /** `{id, state, public, revision}`: where the article stands afterwards, and its newest submitted revision. */
    async run({ openDesk, rest: [id = ''], options, language }) {
      const desk = await openDesk();
      const state = desk.act({ id, action, reason: options.reason, revision: options.revision });
      const { working, headRevision } = state;
      const standing = words[language].standing[standingOf(state)];
      return {
        json: { id, state: working, public: state.public, revision: headRevision },
        text: `${id}  ${standing}${headRevision === null ? '' : `  ${words[language].revision} ${headRevision}`}`,
      };
    },
  };
}

export const stepCommands = Object.fromEntries(
  Object.entries(steps).map(([action, takes]) => [action, stepCommand(action as Action, takes)]),
) as Record<Action, Command>;
