import { describe, expect, it } from 'vitest';
import { fileAddress } from '../../../shared/contract/desk-files.ts';
import { shownEditsText } from '../../../shared/photos/shown-edits.ts';
import { parseStoredPath, storedHeaders } from './stored-path.ts';

const SHA = 'ab'.repeat(32);

describe('an address below the page', () => {
  it('is that of a photo in one of its sizes', () => {
    expect(parseStoredPath(`/photos/${SHA}/preview`)).toEqual({ photo: SHA, size: 'preview' });
    expect(parseStoredPath(`/photos/${SHA}/huge`)).toBeNull();
  });

  it('is that of a photo with its edits, which an original never has', () => {
    const edits = { turn: 90 as const, crops: { free: { x: 0, y: 0.25, width: 1, height: 0.5 } } };
    const path = `/photos/${SHA}/thumb/${shownEditsText(edits)}`;
    expect(parseStoredPath(path)).toEqual({ photo: SHA, size: 'thumb', edits });
    expect(parseStoredPath(path.replace('thumb', 'original'))).toBeNull();
    expect(parseStoredPath(`/photos/${SHA}/thumb/t45`)).toBeNull();
  });

  it('is that of an attached document, with the name it is to be kept under, whatever that holds', () => {
    for (const name of ['Báo cáo quý III.pdf', 'a/b?c#d%e.docx', '..', '“ngoặc”\n.pdf']) {
      const path = new URL(fileAddress({ sha256: SHA, name }), 'http://desk/').pathname;
      const parsed = parseStoredPath(path);
      if (name === '..') expect(parsed).toBeNull();
      else expect(parsed).toEqual({ file: SHA, name });
    }
  });

  it.each([
    `/files/${SHA}`,
    `/files/${SHA}/`,
    `/files/${SHA.toUpperCase()}/a.pdf`,
    `/files/${SHA}/a/b.pdf`,
    `/files/${SHA}/%E1.pdf`,
    `/photos/${SHA}/..`,
    '/files/../a.pdf',
    '/',
  ])('is no other: %s', (path) => {
    expect(parseStoredPath(path)).toBeNull();
  });

  it('is answered so that nothing behind it runs, and a document is kept, not shown', () => {
    const headers = storedHeaders({ path: '', mime: 'application/pdf', attachment: 'Kế hoạch.pdf' });
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.pdf"),
    });
    expect(storedHeaders({ path: '', mime: 'image/jpeg' })).not.toHaveProperty('content-disposition');
  });
});
