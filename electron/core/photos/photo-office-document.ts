/**
 * Caption templates and rules for photos in the Y.Doc of the office's lists.
 *   Y.Map `captionTemplates`   id -> { name, text, order }
 *   Y.Map `photoRules`         keepPlace, keepSerials; `begun` once somebody has changed the templates
 * Until then the office has those that are offered to every office.
 */
import type * as Y from 'yjs';
import { changeOf } from '../../../shared/article/change-of.ts';
import { orderKeyBetween, orderKeys } from '../../../shared/article/order-key.ts';
import {
  type CaptionTemplate,
  captionTemplateSchema,
  type PhotoOffice,
  type PhotoRules,
} from '../../../shared/contract/desk-photos.ts';
import { defaultTemplates } from '../../../shared/photos/default-templates.ts';

export type PhotoOfficeChange = {
  save: readonly CaptionTemplate[];
  forget: readonly string[];
  rules?: Partial<PhotoRules>;
};

export function readPhotoOffice(doc: Y.Doc): PhotoOffice {
  const rules = doc.getMap('photoRules');
  const stored = readTemplates(doc).map(({ template }) => template);
  return {
    templates: stored.length > 0 || rules.get('begun') === true ? stored : [...defaultTemplates],
    rules: { keepPlace: rules.get('keepPlace') === true, keepSerials: rules.get('keepSerials') === true },
  };
}

/** The change as one update of the document in this state; null where it changes nothing. */
export function photoOfficeUpdate(state: Uint8Array, { save, forget, rules }: PhotoOfficeChange): Uint8Array | null {
  return changeOf(state, (doc) => {
    if (save.length > 0 || forget.length > 0) changeTemplates(doc, save, new Set(forget));
    for (const name of ['keepPlace', 'keepSerials'] as const) {
      const value = rules?.[name];
      if (value !== undefined && (doc.getMap('photoRules').get(name) === true) !== value) {
        doc.getMap('photoRules').set(name, value);
      }
    }
  });
}

function changeTemplates(doc: Y.Doc, save: readonly CaptionTemplate[], forget: ReadonlySet<string>): void {
  const map = doc.getMap('captionTemplates');
  if (doc.getMap('photoRules').get('begun') !== true) {
    doc.getMap('photoRules').set('begun', true);
    // What was offered and used so far is the office's own from now on, at whichever desks this happens at once.
    const places = orderKeys(defaultTemplates.length);
    for (const [index, { id, name, text }] of map.size > 0 ? [] : defaultTemplates.entries()) {
      map.set(id, { name, text, order: places[index] });
    }
  }
  const saved = new Set(save.map(({ id }) => id));
  for (const id of forget) if (!saved.has(id)) map.delete(id);
  let last = readTemplates(doc).at(-1)?.order ?? null;
  for (const { id, name, text } of save) {
    const known = readTemplates(doc).find(({ template }) => template.id === id);
    if (known?.template.name === name && known.template.text === text) continue;
    const order = known?.order ?? orderKeyBetween(last, null);
    if (known === undefined) last = order;
    map.set(id, { name, text, order });
  }
}

/** Whatever another program may have written there is passed over. */
function readTemplates(doc: Y.Doc): { template: CaptionTemplate; order: string }[] {
  return [...doc.getMap('captionTemplates')]
    .flatMap(([id, value]) => {
      const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
      const read = captionTemplateSchema.safeParse({ id, name: stored.name, text: stored.text });
      const order = typeof stored.order === 'string' ? stored.order : '';
      return read.success ? [{ template: read.data, order }] : [];
    })
    .sort((a, b) => compare(a.order, b.order) || compare(a.template.id, b.template.id));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
