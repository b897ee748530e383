import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskCounts, Loss, MendReport, RestoreReport } from '../../shared/contract/desk.ts';
import { startWords } from '../app/words.ts';
import { damageWords } from './damage-words.ts';
import { mendReport } from './mend-report.ts';
import { reportText } from './report.ts';
import { restoreReport } from './restore-report.ts';

const NOW = Date.parse('2026-11-25T09:00:00.000Z');
const backup = { name: '2026-11-25T08-12-00-hourly', at: '2026-11-25T08:12:00.000Z' };
const nothing: DeskCounts = { articles: 0, updates: 0, events: 0, revisions: 0, photos: 0, waiting: 0 };
const kept: DeskCounts = { ...nothing, articles: 12, updates: 900, photos: 4, waiting: 3 };
const loss = (part: Partial<Loss>): Loss => ({
  articleId: 'a',
  headline: 'Chợ phiên Bắc Hà',
  what: 'updates',
  count: 2,
  detail: 'its page cannot be read',
  ...part,
});

const startVietnamese = async (): Promise<TFunction<'backups'>> => {
  // The page sets the language of its document, which there is none of here.
  Object.assign(globalThis, { document: { documentElement: {} } });
  await startWords('vi');
  return i18next.getFixedT('vi', 'backups');
};

let vi: TFunction<'backups'>;
let en: TFunction<'backups'>;
beforeAll(async () => {
  vi = await startVietnamese();
  en = i18next.getFixedT('en', 'backups');
});

describe('the report of a mending', () => {
  const mended = (part: Partial<MendReport>): MendReport => ({
    backup,
    setAside: '/data/desk/set-aside/1',
    kept,
    rescued: nothing,
    lost: [],
    ...part,
  });
  const inVietnamese = (part: Partial<MendReport>, hasOffice = false) =>
    mendReport(vi, mended(part), { hasOffice, now: NOW, language: 'vi' });

  it('begins with nothing being lost, where nothing is', () => {
    const report = inVietnamese({ rescued: { ...nothing, articles: 1, updates: 5, events: 2 } });
    expect(report.lead).toBe('Không mất gì. Bàn làm việc lại lành lặn, với 12 bài và 4 ảnh.');
    expect(report.facts.at(-1)).toBe('Cứu thêm được từ tệp hỏng: 1 bài, 5 đoạn sửa và 1 bước duyệt.');
    expect(report).toMatchObject({ lost: null, technical: null, folder: { path: '/data/desk/set-aside/1' } });
  });

  it('names each article once with all that it lost, and what belongs to none at the end', () => {
    const { lead, lost } = inVietnamese({
      lost: [
        loss({ articleId: null, headline: '', what: 'people', count: 1, detail: 'people: its page cannot be read' }),
        loss({}),
        loss({ what: 'events', count: 1, detail: 'an event before it is lost' }),
        loss({ articleId: 'b', headline: '', what: 'revisions', count: 1, detail: 'database disk image is malformed' }),
      ],
    });
    expect(lead).toBe('Phần lớn đã cứu được. 2 bài mất một phần, ghi rõ ở dưới.');
    expect(lost?.items).toEqual([
      {
        name: 'Chợ phiên Bắc Hà',
        lines: ['2 đoạn sửa: không đọc được nữa trong tệp hỏng.', '1 bước duyệt: bước ngay trước đó đã mất.'],
      },
      { name: 'Bài chưa có tiêu đề', lines: ['1 phiên bản: không dùng lại được.'] },
      { name: 'Không thuộc bài nào', lines: ['1 người trong danh sách: không đọc được nữa trong tệp hỏng.'] },
    ]);
  });

  it('gives back the words that have no place any more', () => {
    const detail = 'kept aside, because what they stand on is lost; their words: “Nước lên “nhanh”.\nDân đi tránh.”';
    expect(inVietnamese({ lost: [loss({ count: 1, detail })] }).lost?.items[0]?.lines[0]).toMatch(
      /Chữ trong đó: “Nước lên “nhanh”\.\nDân đi tránh\.”/,
    );
  });

  it('does not call everything rescued where the file could not be read to its end', () => {
    const whole = loss({ articleId: null, headline: '', what: 'other', detail: 'the file: its page cannot be read' });
    for (const lost of [whole, loss({ articleId: null, headline: '' })]) {
      expect(inVietnamese({ lost: [lost] }).lead).toMatch(/^Đã cứu được những gì còn đọc được/);
    }
    expect(inVietnamese({ lost: [loss({ articleId: null, what: 'settings' })] }).lead).toMatch(/^Mọi bài vẫn còn/);
  });

  it('says what an office gives back, and nothing of an office where there is none', () => {
    const lost = [loss({})];
    expect(inVietnamese({ lost }, true).facts).toContain(vi('mended.office'));
    expect(inVietnamese({ lost }, true).facts).toContain('3 mục sẽ được gửi lên tòa soạn khi có mạng.');
    expect(inVietnamese({ lost }, false).facts.join()).not.toContain('tòa soạn');
  });

  it('says so where there was no backup to build on', () => {
    expect(inVietnamese({ backup: null }).facts).toEqual([vi('mended.noBackup')]);
  });

  it('warns that a restore may be undone, where it builds on the backup from before one', () => {
    expect(inVietnamese({}).facts).not.toContain(vi('mended.fromBeforeRestore'));
    const before = { ...backup, name: '2026-11-25T08-12-00-before-restore' };
    expect(inVietnamese({ backup: before }).facts).toContain(vi('mended.fromBeforeRestore'));
  });

  it('can be taken along as text, with the reasons as they are for who helps', () => {
    const report = mendReport(en, mended({ lost: [loss({ count: 1 })] }), {
      hasOffice: false,
      now: NOW,
      language: 'en',
    });
    const text = reportText(report, '16:00');
    expect(text).toMatch(/^Mended\n16:00\n\nMost of it was rescued\. 1 article lost a part, named below\.\n/);
    expect(text).toContain(
      'What was lost\n- Chợ phiên Bắc Hà\n    1 edit: it can no longer be read in the damaged file.',
    );
    expect(text).toContain('The damaged files are kept whole in the folder\n/data/desk/set-aside/1\n');
    expect(text).toMatch(/Details for technical support\na updates 1: its page cannot be read\n$/);
  });
});

describe('the report of a restore', () => {
  const restored = (part: Partial<RestoreReport>): RestoreReport => ({
    backup,
    before: { name: 'before', at: '2026-11-25T09:00:00.000Z' },
    setAside: null,
    kept,
    onlyBefore: 0,
    photosBroughtBack: 0,
    photosMissing: [],
    filesBroughtBack: 0,
    filesMissing: [],
    ...part,
  });
  const facts = (part: Partial<RestoreReport>, hasOffice = true): string =>
    restoreReport(vi, restored(part), { hasOffice, language: 'vi' }).facts.join('\n');

  it('says where to find what was there before', () => {
    expect(facts({})).toMatch(/nằm trong bản sao lưu lúc .*, loại “Trước khi khôi phục”/);
    expect(facts({})).not.toContain('đồng bộ');
    expect(facts({ onlyBefore: 7 })).toContain('7 mục chưa gửi lên tòa soạn chỉ còn trong bản sao lưu đó');
    expect(facts({ onlyBefore: 7 }, false)).not.toContain('tòa soạn');
  });

  it('sends nobody to a backup that there is none of', () => {
    const part = { before: null, setAside: '/data/desk/set-aside/2', onlyBefore: 7 };
    expect(facts(part)).not.toContain('bản sao lưu');
    expect(facts(part)).toContain('7 mục chưa gửi lên tòa soạn chỉ còn trong các tệp đó');
    expect(facts(part, false)).not.toContain('tòa soạn');
    expect(restoreReport(vi, restored(part), { hasOffice: true, language: 'vi' }).folder?.path).toBe(part.setAside);
  });

  it('counts the photos that came back and those that did not', () => {
    expect(facts({ photosBroughtBack: 2, photosMissing: ['x'] })).toMatch(
      /2 ảnh đã được đưa về.*\n1 ảnh không còn tệp/,
    );
  });
});

it('damage is counted in words, of the file, of what was written, or both', () => {
  const at = '2026-11-25T09:00:00.000Z';
  expect(damageWords(vi, { at, findings: [], updatesBroken: 1 })).toBe('1 đoạn đã viết không còn đúng như lúc lưu');
  expect(damageWords(en, { at, findings: ['row 1 missing'], updatesBroken: 2 })).toBe(
    '2 pieces of writing that are not as they were saved and 1 place in the data file that cannot be read as it should',
  );
  expect(damageWords(vi, { at, findings: Array(20).fill('x'), updatesBroken: 0 })).toMatch(/^hơn 20 chỗ/);
});
