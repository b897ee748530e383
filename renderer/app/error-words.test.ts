import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorWords } from './error-words.ts';

describe('the words for an error without its details', () => {
  it('reads them back from the message', () => {
    const refused = new AppError('wrong-state', { state: 'in-review' }).toRecord();
    expect(errorWords(refused, 'vi')).toContain('trạng thái “chờ duyệt”');
    const large = new AppError('entry-too-large', { size: 9.5, limit: 8 }).toRecord();
    expect(errorWords(large, 'vi')).toContain('(9.5 MB, tối đa 8 MB)');
    const failing = new AppError('disk-failing', { folder: 'C:\\Toà (1)', reason: 'EIO: read [x]' }).toRecord();
    expect(errorWords(failing, 'vi')).toContain('thư mục C:\\Toà (1): EIO: read [x].');
  });

  it('shows the message of a code it does not know', () => {
    expect(errorWords({ code: 'from-the-future', message: 'Not today.' }, 'vi')).toBe('Not today.');
  });
});
