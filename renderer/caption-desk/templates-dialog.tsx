/** The office's caption templates: written here, with what each makes of the picture at hand. */
import { Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaptionTemplate, MAX_TEMPLATE } from '../../shared/contract/desk-photos.ts';
import { fillTemplate, slotNames, type TemplateRecord } from '../../shared/photos/caption-template.ts';
import { useDesk } from '../app/desk-context.tsx';
import { FormError } from '../app/form-error.tsx';
import { useAttempt } from '../app/use-attempt.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { CaptionWithBlanks } from './caption-with-blanks.tsx';
import './templates-dialog.css';

const nobody: TemplateRecord = {
  ...{ people: [], sublocation: '', city: '', province: '', country: '', dateCreated: null, credit: '', creator: '' },
  ...{ source: '', headline: '' },
};

export function TemplatesDialog({
  templates,
  record,
  onClose,
}: {
  templates: readonly CaptionTemplate[];
  /** Of the picture at hand. */
  record: TemplateRecord | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['captionDesk', 'app']);
  const desk = useDesk();
  const { say } = useNotices();
  const { isBusy, error, attempt } = useAttempt();
  const [draft, setDraft] = useState<CaptionTemplate | null>(templates[0] ?? null);
  const kept = templates.find(({ id }) => id === draft?.id);
  const isChanged = draft !== null && (kept === undefined || kept.name !== draft.name || kept.text !== draft.text);
  const isWhole =
    draft !== null && draft.name.trim() !== '' && draft.text.trim() !== '' && draft.text.length <= MAX_TEMPLATE;

  const save = (): void => {
    // Not disabled meanwhile: a button that has the focus would lose it to nowhere.
    if (draft === null || !isWhole || isBusy) return;
    attempt(
      () => desk.photoLibrary.changeOffice({ save: [draft] }),
      () => say(t('templates.saved', { name: draft.name })),
    );
  };
  const forget = (): void => {
    if (draft === null || isBusy) return;
    if (kept === undefined) {
      setDraft(templates[0] ?? null);
      return;
    }
    attempt(
      () => desk.photoLibrary.changeOffice({ forget: [kept.id] }),
      () => {
        const again = (): void =>
          attempt(
            () => desk.photoLibrary.changeOffice({ save: [kept] }),
            () => {},
          );
        say(t('templates.forgotten', { name: kept.name }), { label: t('undo'), run: again });
        setDraft(templates.find(({ id }) => id !== kept.id) ?? null);
      },
    );
  };
  return (
    <Dialog
      title={t('templates.title')}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        <>
          <Button look="danger" isDisabled={draft === null} onPress={forget}>
            {t('templates.forget')}
          </Button>
          <Button onPress={onClose}>{t('app:close')}</Button>
          <Button look="main" isDisabled={!isWhole} onPress={save}>
            {t('templates.save')}
          </Button>
        </>
      }
    >
      <div className="templates">
        <nav aria-label={t('templates.list')}>
          {templates.length === 0 && draft === null ? <p className="caption-none">{t('templates.none')}</p> : null}
          <ul>
            {[...templates, ...(draft !== null && kept === undefined ? [draft] : [])].map((template) => (
              <li key={template.id}>
                <button type="button" aria-current={template.id === draft?.id} onClick={() => setDraft(template)}>
                  {template.name}
                  {template.id === draft?.id && isChanged ? (
                    <span className="template-unsaved">{t('templates.unsaved')}</span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
          <Button
            look="quiet"
            onPress={() => setDraft({ id: crypto.randomUUID(), name: t('templates.newName'), text: '' })}
          >
            <Plus />
            {t('templates.new')}
          </Button>
        </nav>
        {draft === null ? null : (
          <TemplateForm key={draft.id} draft={draft} record={record ?? nobody} onChange={setDraft} />
        )}
      </div>
      <FormError error={error} />
    </Dialog>
  );
}

function TemplateForm({
  draft,
  record,
  onChange,
}: {
  draft: CaptionTemplate;
  record: TemplateRecord;
  onChange: (draft: CaptionTemplate) => void;
}): ReactNode {
  const { t, i18n } = useTranslation<'captionDesk'>('captionDesk');
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const insert = (name: string): void => {
    const field = box.current?.querySelector('textarea');
    if (field == null) return;
    field.focus();
    field.setRangeText(`{${name}}`, field.selectionStart, field.selectionEnd, 'end');
    onChange({ ...latest.current, text: field.value });
  };
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <div className="template-form" ref={box}>
      <TextInput
        label={t('templates.name')}
        value={draft.name}
        onChange={(name) => onChange({ ...latest.current, name })}
      />
      <TextInput
        label={t('templates.text')}
        lines="many"
        value={draft.text}
        hint={t('templates.textHint')}
        onChange={(text) => onChange({ ...latest.current, text })}
      />
      <fieldset className="template-slots">
        <legend>{t('templates.slots')}</legend>
        {slotNames(language).map((name) => (
          <button key={name} type="button" className="slot-button" onClick={() => insert(name)}>
            {`{${name}}`}
          </button>
        ))}
      </fieldset>
      <div className="template-preview">
        <h3>{t('templates.preview')}</h3>
        <p>
          <CaptionWithBlanks caption={fillTemplate(draft.text, record)} />
        </p>
      </div>
    </div>
  );
}
