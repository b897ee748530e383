/** The kinds of files that the page offers, in the order in which people ask for them. */
import type { ExportFormat } from '../../shared/contract/desk-exports.ts';

export const exportKinds = ['docx', 'pdf', 'pdf-trail', 'html', 'md', 'txt', 'json'] as const;
export type ExportKind = (typeof exportKinds)[number];

export function choiceOf(kind: ExportKind): { format: ExportFormat; trail: boolean } {
  return kind === 'pdf-trail' ? { format: 'pdf', trail: true } : { format: kind, trail: false };
}
