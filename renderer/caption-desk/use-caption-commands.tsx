/** Everything the caption desk can do, by keys, by name, and from its buttons. */
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionTemplate } from '../../shared/contract/desk-photos.ts';
import { blankParts, fillTemplate, withNames } from '../../shared/photos/caption-template.ts';
import { captionLacks } from '../../shared/photos/completeness.ts';
import { type Command, showKeys, useCommands } from '../app/commands.tsx';
import { useDialogs } from '../app/dialogs.tsx';
import { focusNextPane } from '../app/focus-next-pane.ts';
import { useRemembered } from '../app/remembered.ts';
import { currentLanguage } from '../app/words.ts';
import { flushViews } from '../editor/inbound.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import type { RecordSessions } from '../photo-records/record-sessions.ts';
import { useNotices } from '../ui/notices.tsx';
import { type CaptionDialogName, CaptionDialogs } from './caption-dialogs.tsx';
import { type FieldPlace, fieldOfPart, focusField, focusPart, placeInFields, selectBlank } from './find-field.ts';
import { sameAs } from './same-as.ts';
import { isLacking } from './use-lacking.ts';
import { useTemplates } from './use-templates.ts';

export type CaptionDeskState = {
  sha256s: readonly string[];
  at: number;
  sessions: RecordSessions | null;
  /** Of the picture that is shown; null until it is open. */
  session: RecordSession | null;
  /** The picture before it. */
  former: string | null;
  lacking: ReadonlySet<string>;
  go: (index: number) => void;
  close: () => void;
  root: RefObject<HTMLElement | null>;
  place: RefObject<FieldPlace>;
};

export type CaptionCommands = {
  /** As people read them. */
  keys: { next: string; former: string; same: string };
  templates: readonly CaptionTemplate[];
  templateKeys: (index: number) => string | null;
  apply: (template: CaptionTemplate) => void;
  same: () => void;
  insertNames: () => void;
  show: (dialog: CaptionDialogName) => void;
  dialog: ReactNode;
  isActual: boolean;
  setActual: (isActual: boolean) => void;
  showsFaces: boolean;
  setShowsFaces: (shows: boolean) => void;
  /** Whose face is being drawn. */
  drawing: string | null;
  setDrawing: (person: string | null) => void;
};

/** Browsers keep Ctrl+PageDown and Ctrl+1 to themselves; there the same keys are with Alt. */
const isInBrowser = globalThis.window?.toasoan === undefined;
const MOST_TEMPLATE_KEYS = 9;

export function useCaptionCommands(desk: CaptionDeskState): CaptionCommands {
  const { t } = useTranslation<['captionDesk', 'app']>(['captionDesk', 'app']);
  const { show: showDialog } = useDialogs();
  const { say } = useNotices();
  const templates = useTemplates();
  const [dialog, show] = useState<CaptionDialogName | null>(null);
  const [isActual, setActual] = useState(false);
  const [showsFaces, setShowsFaces] = useRemembered('captionDesk.faces', true);
  const [drawing, setDrawing] = useState<string | null>(null);
  const { sha256s, at, sessions, session, former, lacking, go, root } = desk;
  const isReady = session !== null;

  const description = (): HTMLTextAreaElement | null =>
    root.current?.querySelector<HTMLTextAreaElement>('textarea[name="description"]') ?? null;
  const toDescription = (): void => {
    focusField(root.current, 'description');
    const field = description();
    if (field !== null && !selectBlank(field, 0, 1)) field.setSelectionRange(field.value.length, field.value.length);
  };
  const apply = ({ text }: CaptionTemplate): void => {
    if (session === null) return;
    flushViews(session.doc);
    session.change({ texts: { description: { how: 'set', text: fillTemplate(text, session.record()) } } });
    toDescription();
  };
  const same = (): void => {
    if (session === null) return;
    if (former === null || sessions === null) {
      say(t('noFormer'));
      return;
    }
    void sessions.open(former).then(
      (source) => {
        flushViews(source.doc);
        session.change(sameAs(source.record(), session.record(), () => crypto.randomUUID()));
        const field = description();
        if (field !== null && document.activeElement === field)
          field.setSelectionRange(field.value.length, field.value.length);
      },
      // Why it cannot be opened is said where it is shown.
      () => say(t('noFormer')),
    );
  };
  const insertNames = (): void => {
    if (session === null) return;
    flushViews(session.doc);
    const { description: caption, people } = session.record();
    session.change({ texts: { description: { how: 'set', text: withNames(caption, people, currentLanguage()) } } });
    toDescription();
  };
  const toLacking = (): void => {
    if (session !== null) flushViews(session.doc);
    const order = [...sha256s.keys()].map((step) => (at + 1 + step) % sha256s.length).slice(0, -1);
    const next = order.find((index) => isLacking(sessions, lacking, sha256s[index]!));
    if (next === undefined) say(t('noLacking'));
    else go(next);
  };
  const toLack = (step: 1 | -1): void => {
    if (session === null) return;
    flushViews(session.doc);
    const record = session.record();
    const lacks = captionLacks(record);
    const here = placeInFields(root.current)?.name;
    const index = lacks.findIndex((part) => fieldOfPart[part] === here);
    const from = index === -1 && step === -1 ? 0 : index;
    const part = lacks[(from + step + lacks.length) % lacks.length];
    if (part !== undefined) focusPart(root.current, part, blankParts(record.description).has(part));
  };
  const templateKeys = (index: number): string | null =>
    index < MOST_TEMPLATE_KEYS ? `${isInBrowser ? 'alt' : 'mod'}+${index + 1}` : null;

  const group = t('group');
  const [next, back] = isInBrowser ? ['alt+pagedown', 'alt+pageup'] : ['mod+pagedown', 'mod+pageup'];
  const command = (
    id: string,
    title: string,
    keys: string | null,
    run: () => void,
    rest?: Partial<Command>,
  ): Command => ({
    id: `captionDesk.${id}`,
    ...{ title, group, run },
    ...(keys === null ? {} : { keys }),
    ...rest,
  });
  const toNext = (): void => go(at + 1);
  const toFormer = (): void => go(at - 1);
  useCommands([
    command('next', t('command.next'), next, toNext, { isEnabled: at < sha256s.length - 1 }),
    command('former', t('command.former'), back, toFormer, { isEnabled: at > 0 }),
    ...(['mod+pagedown', 'alt+pagedown', 'alt+arrowright'] as const).map((keys) =>
      command(`next.${keys}`, t('command.next'), keys, toNext, { isHidden: true }),
    ),
    ...(['mod+pageup', 'alt+pageup', 'alt+arrowleft'] as const).map((keys) =>
      command(`former.${keys}`, t('command.former'), keys, toFormer, { isHidden: true }),
    ),
    command('nextLacking', t('command.nextLacking'), 'mod+enter', toLacking),
    command('nextLack', t('command.nextLack'), 'alt+arrowdown', () => toLack(1), { isEnabled: isReady }),
    command('formerLack', t('command.formerLack'), 'alt+arrowup', () => toLack(-1), { isEnabled: isReady }),
    command('same', t('command.same'), 'mod+shift+v', same, { isEnabled: isReady }),
    ...templates.map((template, index) =>
      command(
        `template.${index}`,
        t('command.template', { number: index + 1, name: template.name }),
        templateKeys(index),
        () => apply(template),
        { isEnabled: isReady },
      ),
    ),
    ...templates.slice(0, MOST_TEMPLATE_KEYS).map((template, index) =>
      command(`template.${index}.other`, template.name, `mod+${index + 1}`, () => apply(template), {
        isHidden: true,
      }),
    ),
    command('caption', t('command.caption'), 'alt+g', () => focusField(root.current, 'description'), {
      isEnabled: isReady,
    }),
    command('addPerson', t('command.addPerson'), 'alt+p', () => {
      root.current?.querySelector<HTMLElement>('[data-add-person]')?.click();
    }),
    command('names', t('command.names'), 'alt+t', insertNames, { isEnabled: isReady }),
    command('zoom', t('command.zoom'), 'z', () => setActual((actual) => !actual), { isFieldsOwn: true }),
    command('rate', t('command.rate'), null, () => root.current?.querySelector<HTMLElement>('.filmstrip')?.focus()),
    command('nextPane', t('command.nextPane'), 'f6', () => focusNextPane(root.current)),
    command('edit', t('command.edit'), 'alt+e', () => show('edit'), { isEnabled: isReady }),
    command('batch', t('command.batch'), 'alt+b', () => show('batch')),
    command('copy', t('command.copy'), 'alt+c', () => show('copy'), { isEnabled: isReady && sha256s.length > 1 }),
    command('replace', t('command.replace'), 'mod+h', () => show('replace')),
    command('templates', t('command.templates'), null, () => show('templates')),
    command('undo', t('command.undo'), 'mod+z', () => undoOr('undo', session), { isEnabled: isReady }),
    command('redo', t('command.redo'), 'mod+shift+z', () => undoOr('redo', session), { isEnabled: isReady }),
    command('redo.other', t('command.redo'), 'mod+y', () => undoOr('redo', session), { isHidden: true }),
    // The desk below does not answer to keys; these are everywhere.
    command('palette', t('app:commands.palette'), 'mod+k', () => showDialog('palette'), { isHidden: true }),
    command('shortcuts', t('app:commands.shortcuts'), 'mod+/', () => showDialog('shortcuts'), { isHidden: true }),
    command('close', t('command.close'), 'escape', () => {
      if (drawing !== null) {
        setDrawing(null);
        return;
      }
      // What a field has not taken yet is taken by leaving it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      desk.close();
    }),
  ]);

  return {
    keys: { next: showKeys(next!), former: showKeys(back!), same: showKeys('mod+shift+v') },
    ...{ templates, templateKeys, apply, same, insertNames, show },
    ...{ isActual, setActual, showsFaces, setShowsFaces, drawing, setDrawing },
    dialog:
      dialog === null || sessions === null ? null : (
        <CaptionDialogs name={dialog} desk={{ ...desk, sessions }} templates={templates} onClose={() => show(null)} />
      ),
  };
}

/** A field that holds what is not in the record yet takes back its own letters. */
function undoOr(what: 'undo' | 'redo', session: RecordSession | null): void {
  const field = document.activeElement;
  const isDraft = field instanceof HTMLInputElement && field.closest('[data-field="people"]') === null;
  if (isDraft && field.value !== '' && field.type !== 'checkbox') document.execCommand(what);
  else session?.undo[what]();
}
