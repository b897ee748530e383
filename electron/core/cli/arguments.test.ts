import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { commands } from './commands.ts';

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

describe('what a person types', () => {
  it.each([
    ['import a.txt b.txt --data D', 'import', ['a.txt', 'b.txt'], {}],
    ['import kho a.txt --again --data D', 'import', ['kho', 'a.txt'], { again: true }],
    ['--data D search hai chữ --limit 3', 'search', ['hai', 'chữ'], { limit: '3' }],
    ['export ID --format html --data=D', 'export', ['ID'], { format: 'html' }],
    ['photo add ID a.jpg --place 2 --alt x --data D', 'photo add', ['ID', 'a.jpg'], { place: '2', alt: 'x' }],
    ['photo add the a.jpg --batch B --data D', 'photo add', ['the', 'a.jpg'], { batch: 'B' }],
    ['photo show abcdef --data D', 'photo show', ['abcdef'], {}],
    [
      'photo set abcdef --job-title x --rating=-1 --data D',
      'photo set',
      ['abcdef'],
      { 'job-title': 'x', rating: '-1' },
    ],
    ['file add ID a.pdf --data D', 'file add', ['ID', 'a.pdf'], {}],
    ['return ID --reason sai --revision abc --data D', 'return', ['ID'], { reason: 'sai', revision: 'abc' }],
    ['list --data D', 'list', [], {}],
  ])('%s is a command', (line, command, rest, options) => {
    expect(read(line)).toEqual({ what: 'run', command, data: 'D', json: false, given: { rest, options } });
  });

  it.each([
    ['', 'no command'],
    ['fly --data D', 'unknown command: fly'],
    ['toString --data D', 'unknown command: toString'],
    ['list', '--data DIR is missing'],
    ['list --data=', '--data DIR is missing'],
    ['import --data D', 'import: wrong number of arguments'],
    ['show a b --data D', 'show: wrong number of arguments'],
    ['photo a --data D', 'unknown command: photo'],
    ['export a --data D', 'export needs --format'],
    ['return a --data D', 'return needs --reason'],
    ['list --reason x --data D', 'list takes no --reason'],
    ['list --again --data D', 'list takes no --again'],
    ['list --colour --data D', "Unknown option '--colour'"],
    ['list --data', "Option '--data' argument is ambiguous"],
  ])('%j is wrong usage', (line, reason) => {
    expect(read(`${line} --json`.trim())).toEqual({
      what: 'wrong',
      reason: expect.stringContaining(reason),
      json: true,
    });
  });

  it.each(['--help', '-h', 'help', 'list --help'])('%s asks for help', (line) => {
    expect(read(line)).toEqual({ what: 'help' });
  });

  it('is told by a usage that says what each command takes', () => {
    for (const [name, { usage, takes, needs = [] }] of Object.entries(commands)) {
      expect(usage.startsWith(name)).toBe(true);
      for (const option of takes) {
        if (option === 'again' || option === 'trail' || option === 'uncaptioned')
          expect(usage).toContain(`[--${option}]`);
        else expect(usage).toContain(needs.includes(option) ? ` --${option} ` : `[--${option} `);
      }
    }
  });
});
