import type { useTranslation } from 'react-i18next';
import type { PassagePlace } from '../../shared/find/passages.ts';

type Translate = ReturnType<typeof useTranslation<'tools'>>['t'];

/** `Đoạn 3`, `Chú thích ảnh 2`, `Bảng 1, hàng 2, cột 3`. */
export function placeWords(t: Translate, { kind, number, row = 1, column = 1 }: PassagePlace): string {
  return t(`place.${kind}`, { number, row, column });
}
