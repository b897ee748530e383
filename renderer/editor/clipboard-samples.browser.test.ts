/** The samples of tests/fixtures/clipboard, parsed by the browser; parse5 gives the same (shared/article/import-html). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clipboardSamples, expectedOf } from '../../tests/support/clipboard-samples.ts';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const pages = clipboardSamples().filter(({ name }) => name.endsWith('.html'));

describe('what programs put on a clipboard, in the browser', () => {
  it.each(pages)('$name', async (sample) => {
    const imported = await editor.ask((html) => window.trial.importHtml(html), readFileSync(sample.path, 'utf8'));
    expect(imported).toEqual(expectedOf(sample));
    expect(editor.problems).toEqual([]);
  });

  it('is safe, and costs no more than its length, where it is hostile', async () => {
    const sizes = await editor.ask(() => {
      const count = (html: string): number => window.trial.importHtml(html).lines.length;
      const many = (piece: string): string => piece.repeat(20_000);
      return [
        count(`${'<div>'.repeat(10_000)}a`),
        count(`${'<table><tr><td>'.repeat(1_000)}a`),
        count(many('<span style="color:red">a</span>')),
        count(many('<b>a')),
        count(many('<font face=x>a')),
        count(`<p>a<script>document.title='ran'</script><img src=x onerror="document.title='ran'"><style>p{}</style>`),
        count(`<a href=</a><b <i>></p></table><p style="${many('a:b;')}">b`),
      ];
    });
    expect(sizes).toEqual([1, 1, 1, 1, 1, 2, 2]);
    expect(await editor.page.title()).not.toBe('ran');
    expect(editor.problems).toEqual([]);
  });
});
