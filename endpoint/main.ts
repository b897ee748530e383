/**
 * npm run endpoint -- --data DIR --port N [--host 127.0.0.1] [--office NAME] [--public-url URL]
 *                     [--invite NAME:ROLE]... [--four-eyes yes|no] [--with-parent]
 *
 * Serves until SIGTERM or SIGINT, and with --with-parent until its stdin closes as well. Stdout carries JSON lines:
 * {"invitation": {"name", "role", "code"}} for each invitation asked for, then {"listening": url}. Without --port it
 * makes the invitations and ends. The log goes to stderr. Exit code 2 for wrong usage, 1 when it cannot start.
 */
import { parseArgs } from 'node:util';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { asAppError } from '../shared/errors/app-error.ts';
import { type Role, roles } from '../shared/workflow/event.ts';
import { buildEndpoint } from './app.ts';
import { findSetting, getOfficeRules, setOfficeRules, setSetting } from './store/settings.ts';

const USAGE =
  'usage: npm run endpoint -- --data DIR --port N [--host ADDRESS] [--office NAME] [--public-url URL] ' +
  `[--four-eyes yes|no] [--invite NAME:ROLE]... [--with-parent]   ROLE is one of ${roles.join(', ')}`;
const HIGHEST_PORT = 65_535;

type Arguments = {
  data: string;
  port: number | null;
  host: string;
  office?: string;
  publicUrl?: string;
  fourEyes?: boolean;
  withParent: boolean;
  invitations: { name: string; role: Role }[];
};

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        office: { type: 'string' },
        'public-url': { type: 'string' },
        'four-eyes': { type: 'string' },
        invite: { type: 'string', multiple: true, default: [] },
        'with-parent': { type: 'boolean', default: false },
      },
    });
    const { data, port, host, office } = values;
    const fourEyes = values['four-eyes'];
    const publicUrl = values['public-url'];
    const invitations = values.invite.map(readInvitation);
    const isPort = port === undefined ? invitations.length > 0 : /^\d+$/.test(port) && Number(port) <= HIGHEST_PORT;
    if (data === undefined || !isPort || invitations.includes(null)) return null;
    if (fourEyes !== undefined && fourEyes !== 'yes' && fourEyes !== 'no') return null;
    if (publicUrl !== undefined && !/^https?:\/\//.test(publicUrl)) return null;
    return {
      data,
      port: port === undefined ? null : Number(port),
      host,
      office,
      publicUrl,
      fourEyes: fourEyes === undefined ? undefined : fourEyes === 'yes',
      withParent: values['with-parent'],
      invitations: invitations.filter((invitation) => invitation !== null),
    };
  } catch {
    return null;
  }
}

function readInvitation(text: string): { name: string; role: Role } | null {
  const colon = text.lastIndexOf(':');
  const name = text.slice(0, Math.max(0, colon)).trim();
  const role = roles.find((candidate) => candidate === text.slice(colon + 1).trim());
  return name === '' || role === undefined ? null : { name, role };
}

function printLine(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Port 0 takes the free port it had the last time, so that public addresses outlive a restart where they can. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  const { db } = app.office;
  const last = Number(findSetting(db, 'lastPort') ?? '0');
  try {
    return await app.listen({ host, port: port === 0 ? last : port });
  } catch (error) {
    if (port !== 0 || last === 0) throw error;
    return await app.listen({ host, port: 0 });
  }
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const { data, host, port, office, publicUrl, fourEyes, withParent, invitations } = given;
  const logger = pino({ level: process.env.TOASOAN_LOG ?? 'info' }, pino.destination(2));
  const app = await buildEndpoint({ dataDir: data, office, publicUrl, logger });
  if (fourEyes !== undefined) setOfficeRules(app.office.db, { ...getOfficeRules(app.office.db), fourEyes });
  for (const invited of invitations) printLine({ invitation: { ...invited, code: app.office.invite(invited) } });
  if (port === null) {
    await app.close();
    return;
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (withParent) process.stdin.on('close', stop).resume();
  const listening = await listen(app, host, port);
  setSetting(app.office.db, 'lastPort', new URL(listening).port);
  printLine({ listening });
}

main().catch((thrown: unknown) => {
  const error = asAppError(thrown);
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
});
