import { expect, it } from 'vitest';
import { slugify } from './slug.ts';

it('makes an address of a Vietnamese headline', () => {
  expect(slugify('Chuyển đổi số: 10 việc “cần làm ngay”')).toBe('chuyen-doi-so-10-viec-can-lam-ngay');
});

it('cuts a long headline at a word', () => {
  const slug = slugify('Hội nghị trực tuyến toàn tỉnh hướng dẫn, triển khai các nhiệm vụ chuyển đổi số năm 2022', 40);
  expect(slug).toBe('hoi-nghi-truc-tuyen-toan-tinh-huong-dan');
});

it('cuts even one endless word, and is empty when nothing can stay', () => {
  expect(slugify('x'.repeat(200), 10)).toBe('x'.repeat(10));
  expect(slugify('— ! —')).toBe('');
});
