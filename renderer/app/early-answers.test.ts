import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskEvent, WorkstationState } from '../../shared/contract/desk.ts';
import { EarlyAnswers, type OpenedArticle } from './early-answers.ts';

const kept = new Map<string, string>();
const answer = { update: new Uint8Array(2), state: {} } as unknown as OpenedArticle;

function linkForTest(personId: string | null) {
  const onEvent = new Set<(event: DeskEvent) => void>();
  const onState = new Set<() => void>();
  const asked: string[] = [];
  const person = personId === null ? null : { id: personId };
  return {
    asked,
    tell: (event: DeskEvent) => {
      for (const listener of onEvent) listener(event);
    },
    lose: () => {
      for (const listener of onState) listener();
    },
    link: {
      desk: {
        workstation: { state: () => Promise.resolve({ person } as unknown as WorkstationState) },
        articles: {
          open: ({ id }: { id: string }) => {
            asked.push(id);
            return Promise.resolve(answer);
          },
        },
      },
      onEvent: (listener: (event: DeskEvent) => void) => {
        onEvent.add(listener);
        return () => onEvent.delete(listener);
      },
      onState: (listener: () => void) => {
        onState.add(listener);
        return () => onState.delete(listener);
      },
    },
  };
}

beforeEach(() => {
  kept.clear();
  Object.assign(globalThis, { localStorage: { getItem: (key: string) => kept.get(key) ?? null } });
  kept.set('toasoan.lan.article', '"bai-1"');
  return () => Reflect.deleteProperty(globalThis, 'localStorage');
});

describe('what is asked early', () => {
  it('is the article that this person had open, and it is taken once', async () => {
    const { link, asked } = linkForTest('lan');
    const early = new EarlyAnswers(link);
    await early.state;
    expect(asked).toEqual(['bai-1']);
    await expect(early.takeArticle('bai-1')).resolves.toBe(answer);
    expect(early.takeArticle('bai-1')).toBeNull();
  });

  it('is no article of another person, and none before there is a person', async () => {
    for (const person of ['minh', null]) {
      const { link, asked } = linkForTest(person);
      await new EarlyAnswers(link).state;
      expect(asked).toEqual([]);
    }
  });

  it('is not taken for another article', async () => {
    const { link } = linkForTest('lan');
    const early = new EarlyAnswers(link);
    await early.state;
    expect(early.takeArticle('bai-2')).toBeNull();
  });

  it('is not taken once somebody else’s edit came, or the line was lost', async () => {
    for (const what of ['edit', 'loss']) {
      const { link, tell, lose } = linkForTest('lan');
      const early = new EarlyAnswers(link);
      await early.state;
      if (what === 'edit') tell({ type: 'update', id: 'bai-1', update: new Uint8Array(2) });
      else lose();
      expect(early.takeArticle('bai-1')).toBeNull();
    }
  });
});
