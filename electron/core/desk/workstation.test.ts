import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors/app-error.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import type { DeskNotice } from './desk.ts';
import { type LaunchEndpoint, makeLaunchEndpoint } from './launch-endpoint.ts';
import { Workstation } from './workstation.ts';

const launchEndpoint = makeLaunchEndpoint(fileURLToPath(new URL('../../../endpoint/main.ts', import.meta.url)));
const opened: Workstation[] = [];

async function open(folder: string, launch: LaunchEndpoint = launchEndpoint): Promise<Workstation> {
  const workstation = await Workstation.open({
    folder,
    host: 'browser',
    version: '0.0.0',
    systemLanguage: 'vi',
    launchEndpoint: launch,
  });
  opened.push(workstation);
  return workstation;
}

afterEach(async () => {
  for (const workstation of opened.splice(0)) await workstation.close();
});

const cannotLaunch: LaunchEndpoint = () => Promise.reject(new AppError('endpoint-not-started', { reason: 'test' }));

/** Answers when the desk has told a notice that `isIt`. */
function told(workstation: Workstation, isIt: (notice: DeskNotice) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = workstation.on((notice) => {
      if (!isIt(notice)) return;
      stop();
      resolve();
    });
  });
}

describe('a workstation that was never used', () => {
  it('has no desk, speaks the language of the computer, and leaves nothing but its lock', async () => {
    const folder = join(tempFolder(), 'data');
    const workstation = await open(folder);
    expect(workstation.state()).toMatchObject({ profile: 'none', language: null, systemLanguage: 'vi', person: null });
    expect(() => workstation.desk()).toThrowError(expect.objectContaining({ code: 'no-desk' }));
    expect(readdirSync(folder)).toEqual(['open.lock']);
  });

  it('remembers the language that was chosen, before there is a desk', async () => {
    const folder = tempFolder();
    const first = await open(folder);
    expect(first.setLanguage('en').language).toBe('en');
    await first.close();
    expect((await open(folder)).state()).toMatchObject({ language: 'en', profile: 'none' });
  });
});

describe('working without an office', () => {
  it('opens the same desk again, under the name that was given', async () => {
    const folder = tempFolder();
    const first = await open(folder);
    expect(await first.startLocal('Lan')).toMatchObject({ profile: 'local', person: { name: 'Lan', role: 'admin' } });
    const id = first.desk().createArticle();
    await first.close();
    const second = await open(folder);
    expect(second.state()).toMatchObject({ profile: 'local', person: { name: 'Lan' } });
    expect(
      second
        .desk()
        .list({ view: 'mine', offset: 0, limit: 10 })
        .rows.map((row) => row.id),
    ).toEqual([id]);
  });

  it('takes what was written along into an office', async () => {
    const office = await launchEndpoint({
      dataDir: tempFolder(),
      office: 'Báo tỉnh',
      invite: [{ name: 'Hoa', role: 'writer' }],
    });
    try {
      const workstation = await open(tempFolder());
      await workstation.startLocal('Lan');
      const id = workstation.desk().createArticle();
      const sent = told(workstation, (notice) => notice.type === 'status' && notice.status.waiting.count === 0);
      const state = await workstation.join({ endpoint: office.url, code: office.invitations[0]!.code });
      expect(state).toMatchObject({ profile: 'office', person: { name: 'Hoa', role: 'writer', office: 'Báo tỉnh' } });
      await sent;
      expect(workstation.desk().workflow.state(id).history).toMatchObject([{ standing: 'accepted', actorName: 'Hoa' }]);
    } finally {
      await office.stop();
    }
  });

  it('stays as it was when an invitation is refused', async () => {
    const office = await launchEndpoint({ dataDir: tempFolder(), office: 'Báo tỉnh' });
    try {
      const workstation = await open(tempFolder());
      const joined = workstation.join({ endpoint: office.url, code: 'SAI-MA' });
      await expect(joined).rejects.toMatchObject({ code: 'invitation-unknown' });
      expect(workstation.state().profile).toBe('none');
      await workstation.startLocal('Lan');
      await expect(workstation.join({ endpoint: office.url, code: 'SAI-MA' })).rejects.toMatchObject({
        code: 'invitation-unknown',
      });
      expect(workstation.state()).toMatchObject({ profile: 'local', person: { name: 'Lan' } });
    } finally {
      await office.stop();
    }
  });
});

describe('the sample office', () => {
  it('has a writer with the sample article, a reviewer, and an endpoint that both reach', async () => {
    const folder = tempFolder();
    const workstation = await open(folder);
    const state = await workstation.openSample();
    expect(state).toMatchObject({ profile: 'sample', person: { role: 'writer' } });
    expect(state.people.map(({ role }) => role)).toEqual(['writer', 'reviewer']);
    expect((await fetch(state.siteUrl!)).status).toBe(200);
    const { rows } = workstation.desk().list({ view: 'mine', offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ headline: expect.stringContaining('chuyển đổi số năm 2022'), photos: 4 }]);

    const reviewer = await workstation.switchPerson(state.people[1]!.id);
    expect(reviewer.person).toMatchObject({ id: state.people[1]!.id, role: 'reviewer' });
    await workstation.desk().sync.now();
    expect(
      workstation
        .desk()
        .list({ view: 'all', offset: 0, limit: 10 })
        .rows.map((row) => row.id),
    ).toEqual([rows[0]!.id]);
  });

  it('is the same one the next time, at the desk that was open last', async () => {
    const folder = tempFolder();
    const first = await open(folder);
    const { people } = await first.openSample();
    await first.switchPerson(people[1]!.id);
    await first.close();
    const second = await open(folder);
    expect(second.state()).toMatchObject({ profile: 'sample', person: { id: people[1]!.id }, people });
    const again = await second.openSample();
    expect(again.person?.id).toBe(people[0]!.id);
    expect(second.desk().list({ view: 'all', offset: 0, limit: 10 }).total).toBe(1);
  });

  it('works on without its endpoint, and says so', async () => {
    const folder = tempFolder();
    const first = await open(folder);
    await first.openSample();
    await first.close();
    const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const second = await open(folder, cannotLaunch);
    const offline = told(second, (notice) => notice.type === 'status' && notice.status.linkError !== null);
    const id = second.desk().createArticle();
    await offline;
    silent.mockRestore();
    expect(second.desk().status()).toMatchObject({ link: 'offline', linkError: { code: 'endpoint-unreachable' } });
    expect(second.desk().articles.has(id)).toBe(true);
  });

  it('changes nothing when its endpoint cannot be started the first time', async () => {
    const workstation = await open(tempFolder(), cannotLaunch);
    await expect(workstation.openSample()).rejects.toMatchObject({ code: 'endpoint-not-started' });
    expect(workstation.state().profile).toBe('none');
  });
});

describe('edits of a page', () => {
  it('are told to the desk’s listeners with the page they came from', async () => {
    const workstation = await open(tempFolder());
    await workstation.startLocal('Lan');
    const id = workstation.desk().createArticle();
    const doc = new Y.Doc();
    doc.getText('headline').insert(0, 'Tít');
    const heard = told(
      workstation,
      (notice) => notice.type === 'update' && notice.id === id && notice.client === 'page 1',
    );
    await workstation.desk().articles.applyLocal(id, Y.encodeStateAsUpdate(doc), 'page 1');
    await heard;
  });
});
