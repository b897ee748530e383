import { describe, expect, it } from 'vitest';
import { readLinkAddress } from './link-address.ts';

describe('the address of a link', () => {
  it.each([
    ['https://thanhhoa.gov.vn', 'https://thanhhoa.gov.vn'],
    ['  HTTP://baothanhhoa.vn/tin?x=1#y ', 'HTTP://baothanhhoa.vn/tin?x=1#y'],
    ['tinhuy.gov.vn/abc', 'https://tinhuy.gov.vn/abc'],
    ['//tinhuy.gov.vn', 'https://tinhuy.gov.vn'],
    ['localhost:3000/a', 'https://localhost:3000/a'],
    ['http://localhost', 'http://localhost'],
    ['may-chu.vn:8080', 'https://may-chu.vn:8080'],
    ['https://đàinẵng.vn/tin-tức', 'https://đàinẵng.vn/tin-tức'],
    ['http://192.168.1.10/bai', 'http://192.168.1.10/bai'],
    ['toasoan@bao.vn', 'mailto:toasoan@bao.vn'],
    ['mailto:a@b.vn,c@d.vn?subject=tin', 'mailto:a@b.vn,c@d.vn?subject=tin'],
  ])('%j is %j', (typed, url) => {
    expect(readLinkAddress(typed)).toEqual({ url });
  });

  it.each([
    ['', 'empty'],
    ['https://', 'empty'],
    ['https://bao.vn/tin moi', 'space'],
    ['tỉnh ủy', 'space'],
    ['javascript:alert(1)', 'scheme'],
    ['file:///C:/bai.docx', 'scheme'],
    ['zalo://chat', 'scheme'],
    ['baothanhhoa', 'host'],
    ['https://bao..vn', 'host'],
    ['https://.vn', 'host'],
    ['https:/bao', 'host'],
    ['http://1.2.3', 'host'],
    ['https://bao.123', 'host'],
    ['mailto:toasoan', 'mail'],
    ['mailto:a@b.vn,c', 'mail'],
  ])('%j is none: %s', (typed, problem) => {
    expect(readLinkAddress(typed)).toEqual({ problem });
  });
});
