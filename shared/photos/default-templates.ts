/** The caption templates of an office that has not made its own yet. */
import type { CaptionTemplate } from '../contract/desk-photos.ts';

export const defaultTemplates: readonly CaptionTemplate[] = [
  { id: 'who', name: 'Ai làm gì', text: '{ai} {làm gì} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}' },
  { id: 'scene', name: 'Quang cảnh', text: 'Quang cảnh {sự kiện} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}' },
  { id: 'speech', name: 'Phát biểu', text: '{ai} phát biểu tại {sự kiện}, {buổi}. Ảnh: {nguồn}' },
  { id: 'group', name: 'Từ trái sang', text: '{trái sang}, tại {sự kiện}, {khi nào}. Ảnh: {nguồn}' },
  {
    id: 'handover',
    name: 'Trao tặng',
    text: '{ai} trao {trao gì} cho {trao cho ai} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}',
  },
  { id: 'english', name: 'English', text: '{who} {what} at {where}, {when}. Photo: {credit}' },
];
