import { describe, expect, it } from 'vitest';
import { gatherEntries, gatherFiles } from './gather-files.ts';

const DAY = '26/11/2026';
function file(path: string, type = ''): File {
  const made = new File(['x'], path.split('/').at(-1)!, { type });
  Object.defineProperty(made, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return made;
}

type Tree = { [name: string]: Tree | null };
/** As a browser gives what was dropped: a folder tells two entries at a time. */
function entry(name: string, tree: Tree | null): FileSystemEntry {
  if (tree === null) {
    return { isFile: true, isDirectory: false, name, file: (take: (made: File) => void) => take(file(name)) } as never;
  }
  const createReader = () => {
    const left = Object.entries(tree).map(([within, below]) => entry(within, below));
    return { readEntries: (take: (some: FileSystemEntry[]) => void) => take(left.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, name, createReader } as never;
}
const told = (batches: Awaited<ReturnType<typeof gatherEntries>>) =>
  batches.map(({ name, files, passedOver }) => [name, files.map((one) => one.name), Object.fromEntries(passedOver)]);

describe('what is taken in', () => {
  it('is each folder by its name with what lies below it, in the order of names, and single files of the day', async () => {
    const dropped = [
      entry('Hội nghị', {
        DCIM: {
          '100': { 'IMG_10.JPG': null, 'IMG_9.JPG': null, 'IMG_9.CR2': null, 'IMG_10.CR2': null, 'clip.MOV': null },
        },
        '.Trashes': { 'old.jpg': null },
        'Thumbs.db': null,
        '._IMG_9.JPG': null,
      }),
      entry('một tấm.png', null),
      entry('Trống', {}),
    ];
    expect(told(await gatherEntries(dropped, DAY))).toEqual([
      ['Hội nghị', ['IMG_9.JPG', 'IMG_10.JPG'], { '.CR2': 2, '.MOV': 1 }],
      [DAY, ['một tấm.png'], {}],
    ]);
  });

  it('is the same by the dialog for folders', () => {
    const chosen = [
      file('Thẻ A/DCIM/b.jpg'),
      file('Thẻ A/a.jpg'),
      file('Thẻ A/.x/c.jpg'),
      file('Thẻ A/ghi.txt'),
      file('d.heic'),
    ];
    expect(told(gatherFiles(chosen, DAY))).toEqual([
      ['Thẻ A', ['a.jpg', 'b.jpg'], { '.TXT': 1 }],
      [DAY, ['d.heic'], {}],
    ]);
  });

  it('is every single file, also one that is no picture: the person meant it', () => {
    expect(told(gatherFiles([file('thư.docx'), file('a.jpg')], DAY))).toEqual([[DAY, ['thư.docx', 'a.jpg'], {}]]);
    expect(gatherFiles([], DAY)).toEqual([]);
  });
});
