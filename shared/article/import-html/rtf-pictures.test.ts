import { describe, expect, it } from 'vitest';
import { picturesOfRtf } from './rtf-pictures.ts';

const PNG = '89504e470d0a1a0a00000000';
const JPEG = 'ffd8ffe000104a46494600';
const shown = (rtf: string): (string | null)[] =>
  picturesOfRtf(rtf).map((picture) => picture && `${picture.type} ${Buffer.from(picture.bytes).toString('hex')}`);

describe('pictures of RTF', () => {
  it('are given in order, each once', () => {
    const rtf = String.raw`{\rtf1\ansi{\*\listpicture{\pict\pngblip ${PNG}}}a \{ b
      {\*\shppict{\pict{\*\picprop\shplid1{\sp{\sn x}{\sv 1}}}\picscalex100\pngblip\bliptag-7{\*\blipuid 00ff}
      ${PNG.slice(0, 8)}
      ${PNG.slice(8)}}}{\nonshppict{\pict\wmetafile8 0100}}
      {\pict\picw100\jpegblip ${JPEG}}}`;
    expect(shown(rtf)).toEqual([`image/png ${PNG}`, `image/jpeg ${JPEG}`]);
  });

  it('keep their places where one is of no use', () => {
    const rtf = String.raw`{\rtf1{\pict\emfblip 0102}{\pict\pngblip ${PNG}}{\pict\pngblip not hex}{\pict\pngblip ${PNG}`;
    expect(shown(rtf)).toEqual([null, `image/png ${PNG}`, null, `image/png ${PNG}`]);
    expect(shown('')).toEqual([]);
  });

  it('cost no more than their length, nested or cut off', () => {
    expect(shown('{\\pict'.repeat(50_000))).toEqual([null]);
    expect(shown(`${'{\\pict}'.repeat(50_000)}`)).toHaveLength(50_000);
  });
});
