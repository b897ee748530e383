import { expect, it } from 'vitest';
import { ImportProgress, type ProgressOutput } from './import-progress.ts';
import { words } from './words.ts';

function run(
  language: 'vi' | 'en',
  terminal: Partial<ProgressOutput>,
): { now: (ms: number) => void; said: string[]; progress: ImportProgress } {
  const said: string[] = [];
  let time = 0;
  const output = { ...terminal, write: (text: string) => said.push(text) };
  const progress = new ImportProgress(output, words[language].importing, () => time);
  return {
    said,
    progress,
    now: (ms) => {
      time = ms;
    },
  };
}

it('on a terminal is a bar of the terminal’s width, drawn over, and taken away at the end', () => {
  const { now, said, progress } = run('en', { isTTY: true, columns: 100 });
  progress.show({ done: 0, total: 1000, imported: 0, file: 'kho/0.txt' });
  now(50);
  progress.show({ done: 1, total: 1000, imported: 1, file: 'kho/1.txt' });
  now(10_000);
  progress.show({ done: 50, total: 1000, imported: 40, file: `kho/\u001b[2J${'á'.normalize('NFD').repeat(200)}.txt` });
  progress.end();
  expect(said).toEqual([
    `\r\u001b[K${'░'.repeat(20)} 0/1000 files · 0 articles/s · kho/0.txt`,
    `\r\u001b[K${`█${'░'.repeat(19)} 50/1000 files · 4 articles/s · about 3 min left · kho/[2J`.padEnd(99, 'á')}`,
    '\r\u001b[K',
  ]);
});

it('elsewhere is a line every few seconds, and none for a short import', () => {
  const { now, said, progress } = run('vi', {});
  for (const ms of [0, 2_000, 4_900, 5_100, 9_000, 10_200]) {
    now(ms);
    progress.show({ done: ms, total: 20_400, imported: ms, file: 'kho/a.txt' });
  }
  progress.end();
  expect(said).toEqual([
    '5100/20400 tệp · 1000 bài/giây · còn chưa đến 1 phút · kho/a.txt\n',
    '10200/20400 tệp · 1000 bài/giây · còn chưa đến 1 phút · kho/a.txt\n',
  ]);
});
