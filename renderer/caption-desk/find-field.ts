/** The fields of the caption desk by name: where the focus is, and where it is led. */

import type { CaptionPart } from '../../shared/contract/desk-photos.ts';
import { blanksOf } from '../../shared/photos/caption-template.ts';

const CONTROLS = 'textarea, input, select, button';

/** The field that has the focus, and which of its controls. `isName`: somebody's name, of which each picture has a first. */
export type FieldPlace = { name: string; control: number; isName: boolean };

export function placeInFields(root: HTMLElement | null): FieldPlace | null {
  const active = document.activeElement;
  if (root === null || active === null || !root.contains(active)) return null;
  const field = active.closest<HTMLElement>('[data-field]');
  const name = field?.dataset.field;
  if (field === null || name === undefined) return null;
  const isName = active.matches('[data-person] [role="combobox"]');
  return { name, control: isName ? 0 : Math.max(0, [...field.querySelectorAll(CONTROLS)].indexOf(active)), isName };
}

export function focusField(root: HTMLElement | null, name: string, control = 0): void {
  const field = root?.querySelector<HTMLElement>(`[data-field="${name}"]`);
  const controls = [...(field?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const target = controls[Math.min(control, controls.length - 1)];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

/** Where each part of a caption is given. */
export const fieldOfPart: Record<CaptionPart, string> = {
  who: 'people',
  what: 'description',
  where: 'sublocation',
  when: 'dateCreated',
  credit: 'credit',
  alt: 'alt',
};

/** Leads to where a part of the caption is given: to its blank, where a template has left one. */
export function focusPart(root: HTMLElement | null, part: CaptionPart, isBlank: boolean): void {
  focusField(root, isBlank ? 'description' : fieldOfPart[part]);
  const field = document.activeElement;
  if (isBlank && field instanceof HTMLTextAreaElement) selectBlank(field, 0, 1);
}

/** Selects the next blank from a place on, or the former one before it. Answers whether there is one. */
export function selectBlank(field: HTMLTextAreaElement, from: number, step: 1 | -1): boolean {
  const blanks = blanksOf(field.value);
  const blank = step === 1 ? blanks.find(({ start }) => start >= from) : blanks.findLast(({ end }) => end <= from);
  if (blank === undefined) return false;
  field.setSelectionRange(blank.start, blank.end);
  return true;
}
