import { expect, it } from 'vitest';
import { creditApart } from './credit-apart.ts';

it.each([
  ['Chợ phiên tại Đồng Văn, ngày 25/11/2026. Ảnh: Lê Hà', 'Lê Hà', ''],
  ['Chợ phiên tại Đồng Văn. (Ảnh: Lê Hà).', 'Lê Hà', ''],
  ['The market at Đồng Văn. Photo: Lê Hà.', 'Lê Hà', ''],
  ['Chợ phiên tại Đồng Văn. Ảnh: Lê Hà', 'Báo Tuyên Quang', 'Báo Tuyên Quang'],
  ['Chợ phiên tại Đồng Văn. Ảnh: Nguyễn Lê Hà', 'Lê Hà', 'Lê Hà'],
  ['Nhà báo Lê Hà', 'Lê Hà', 'Lê Hà'],
  ['', 'Lê Hà', 'Lê Hà'],
  ['Chợ phiên. Ảnh: ', '', ''],
])('prints the credit beside a caption once: %s', (caption, credit, printed) => {
  expect(creditApart({ caption, credit })).toBe(printed);
});
