/** All that is said of a picture. Fields keep their place while pictures change, so that the hand stays where it is. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionPart, PhotoFacts } from '../../shared/contract/desk-photos.ts';
import { blankParts, blanksOf } from '../../shared/photos/caption-template.ts';
import { captionLacks } from '../../shared/photos/completeness.ts';
import { isHeldBack } from '../../shared/photos/held-back.ts';
import { digitalSourceTypes, type PhotoRecord, type RecordPerson } from '../../shared/photos/photo-details.ts';
import { readDate, writeDate } from '../article/read-date.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import { Select } from '../ui/select.tsx';
import { CompletenessBar } from './completeness-bar.tsx';
import { focusPart, selectBlank } from './find-field.ts';
import { KeywordField } from './keyword-field.tsx';
import { MomentField } from './moment-field.tsx';
import { PeopleSlots } from './people-slots.tsx';
import { PhotoFile } from './photo-file.tsx';
import { PhotoUses } from './photo-uses.tsx';
import { RatingBar } from './rating-bar.tsx';
import { RecordField } from './record-field.tsx';
import { readTakenAt, writeTakenAt } from './taken-at.ts';
import { useCreditFromCaption } from './use-credit-from-caption.ts';
import type { PeopleDeeds } from './use-people.ts';
import './caption-form.css';

const byAi: ReadonlySet<string> = new Set([
  'algorithmicallyEnhanced',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeSynthetic',
]);

export function CaptionForm({
  session,
  record,
  facts,
  people,
  isNaming,
  onDraw,
  onInsertNames,
}: {
  session: RecordSession;
  record: PhotoRecord;
  facts: PhotoFacts;
  people: PeopleDeeds;
  isNaming: boolean;
  onDraw: (person: RecordPerson, isByKey: boolean) => void;
  onInsertNames: () => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const { sha256 } = session;
  const [form, setForm] = useState<HTMLElement | null>(null);
  const takeCredit = useCreditFromCaption(session);
  const lacks = captionLacks(record);
  const hasBlanks = blanksOf(record.description).length > 0;
  const toPart = (part: CaptionPart): void => focusPart(form, part, blankParts(record.description).has(part));
  return (
    <div className="caption-form" ref={setForm}>
      <div className="caption-form-top">
        <RatingBar record={record} onChange={(change) => session.change(change)} />
        <CompletenessBar lacks={lacks} onPart={toPart} />
        {isHeldBack(record.edits) ? <p className="caption-warning">{t('heldBack')}</p> : null}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its fields answer the keys, this one for all of them */}
      <div
        className="caption-main"
        onBlur={takeCredit}
        onKeyDownCapture={(event) => {
          if (event.key === 'Tab') takeCredit();
          tabThroughBlanks(event);
        }}
      >
        <RecordField
          session={session}
          name="description"
          lines="many"
          placeholder={t('placeholder.description')}
          {...(hasBlanks ? { hint: t('hint.blanks') } : {})}
        />
        <RecordField session={session} name="headline" placeholder={t('placeholder.headline')} />
      </div>

      <Section title={t('section.people')}>
        <PeopleSlots
          key={sha256}
          people={record.people}
          deeds={people}
          isNaming={isNaming}
          onDraw={onDraw}
          onInsertNames={onInsertNames}
        />
      </Section>

      <Section title={t('section.place')}>
        <div className="caption-pair">
          <RecordField session={session} name="sublocation" />
          <MomentField
            key={`taken ${sha256}`}
            field="dateCreated"
            value={record.dateCreated}
            read={(text) => readTakenAt(text, record.dateCreated, new Date())}
            write={writeTakenAt}
            onChange={(dateCreated) => session.change({ dateCreated })}
          />
          <RecordField session={session} name="city" />
          <RecordField session={session} name="province" />
          <RecordField session={session} name="country" />
        </div>
      </Section>

      <Section title={t('section.source')}>
        <div className="caption-pair">
          <RecordField session={session} name="credit" placeholder={t('placeholder.credit')} />
          <RecordField session={session} name="creator" />
          <RecordField session={session} name="source" />
          <RecordField session={session} name="jobTitle" />
          <RecordField session={session} name="copyright" />
        </div>
      </Section>

      <Section title={t('section.alt')}>
        <RecordField
          session={session}
          name="alt"
          lines="many"
          placeholder={t('placeholder.alt')}
          hint={t(record.decorative ? 'hint.decorative' : 'hint.alt')}
          isOff={record.decorative}
        />
        <label className="caption-check" data-field="decorative">
          <input
            type="checkbox"
            checked={record.decorative}
            onChange={({ target }) => session.change({ decorative: target.checked })}
          />
          {t('field.decorative')}
        </label>
        <RecordField session={session} name="extendedDescription" lines="many" hint={t('hint.extendedDescription')} />
      </Section>

      <Section title={t('section.keywords')} isTitleHidden>
        <KeywordField
          key={sha256}
          keywords={record.keywords}
          onAdd={(add) => session.change({ keywords: { add } })}
          onRemove={(keyword) => session.change({ keywords: { remove: [keyword] } })}
        />
      </Section>

      <Section title={t('section.rights')}>
        <RecordField session={session} name="rightsUsage" lines="many" />
        <RecordField session={session} name="instructions" lines="many" />
        <div className="caption-pair">
          <MomentField
            key={`expires ${sha256}`}
            field="expires"
            value={record.expires}
            read={(text) => readDate(text, new Date())}
            write={writeDate}
            onChange={(expires) => session.change({ expires })}
            {...(isOver(record.expires) ? { hint: t('expired') } : {})}
          />
          <div className="record-field" data-field="digitalSource">
            <span className="record-field-label" aria-hidden="true">
              {t('field.digitalSource')}
            </span>
            <Select
              label={t('field.digitalSource')}
              value={record.digitalSource ?? 'none'}
              choices={(['none', ...digitalSourceTypes] as const).map((id) => ({
                id,
                label: t(`digitalSource.${id}`),
              }))}
              onChange={(id) => session.change({ digitalSource: id === 'none' ? null : id })}
            />
          </div>
        </div>
        {record.digitalSource !== null && byAi.has(record.digitalSource) ? (
          <p className="caption-warning">{t('byAi')}</p>
        ) : null}
      </Section>

      <Section title={t('section.uses')}>
        <PhotoUses
          uses={facts.uses}
          onTake={async () => {
            await session.settle();
            return sha256;
          }}
        />
      </Section>
      <Section title={t('section.file')}>
        <PhotoFile facts={facts} isShared={record.shared} />
      </Section>
    </div>
  );
}

function Section({
  title,
  isTitleHidden = false,
  children,
}: {
  title: string;
  isTitleHidden?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="caption-section">
      <h3 className={isTitleHidden ? 'for-readers' : undefined}>{title}</h3>
      {children}
    </section>
  );
}

function tabThroughBlanks(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLTextAreaElement) || target.name !== 'description') return;
  const isBack = event.shiftKey;
  if (selectBlank(target, isBack ? target.selectionStart : target.selectionEnd, isBack ? -1 : 1))
    event.preventDefault();
}

function isOver(expires: string | null): boolean {
  if (expires === null) return false;
  const today = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return expires < `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}
