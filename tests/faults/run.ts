/**
 * npm run faults [-- --seed N] [--kills N] [--only KEY]... : every fault, many times. Each round is one JSON line on
 * stdout, {fault, round, seed, ok, ms, ...what it saw}; the last line is `N passed, N failed`. Round 1 has the seed that
 * is given, each further one the next: `--only KEY --seed N` begins with the round of that seed. Exit code 1 if any
 * failed, 2 for wrong usage.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/set-up.mjs';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { runRound } from './run-round.ts';

const USAGE = `usage: npm run faults -- [--seed N] [--kills N] [--only ${faults.map(({ key }) => key).join('|')}]`;
const SEED = 20_261_125;

type Arguments = { seed: number; kills: number | null; chosen: readonly Fault[] };

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: 'string', default: `${SEED}` },
        kills: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
      },
    });
    const { seed, kills, only } = values;
    const isWrong = [seed, kills ?? '1'].some((number) => !/^[1-9]\d*$/.test(number));
    if (isWrong || only.some((key) => !faults.some((fault) => fault.key === key))) return null;
    const chosen = only.length === 0 ? faults : faults.filter(({ key }) => only.includes(key));
    return { seed: Number(seed), kills: kills === undefined ? null : Number(kills), chosen };
  } catch {
    return null;
  }
}

const print = (line: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Answers how many rounds passed and failed. What failed stays in `place`. */
async function runFault(fault: Fault, rounds: number, firstSeed: number, place: string): Promise<[number, number]> {
  let failed = 0;
  const shared = join(place, fault.key);
  mkdirSync(shared);
  const round = await fault.prepare(shared);
  for (let number = 1; number <= rounds; number += 1) {
    const seed = firstSeed + number - 1;
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    try {
      const facts = await runRound(round, { seed, place: join(place, `${fault.key}-rounds`) });
      print({ fault: fault.key, round: number, seed, ok: true, took: ms(), ...facts });
    } catch (error) {
      failed += 1;
      const reason = error instanceof Error ? error.stack : String(error);
      print({ fault: fault.key, round: number, seed, ok: false, took: ms(), reason });
    }
  }
  return [rounds - failed, failed];
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  await build(process.execPath);
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'toasoan-faults-')));
  let passed = 0;
  let failed = 0;
  for (const fault of given.chosen) {
    const rounds = fault.key === 'kill' ? (given.kills ?? fault.rounds) : fault.rounds;
    const [well, badly] = await runFault(fault, rounds, given.seed, place);
    passed += well;
    failed += badly;
  }
  if (failed === 0) rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  else process.stderr.write(`what the failed rounds left is in ${place}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

await main();
