/** The people in a picture from left to right: a name, what they held, and where their face is. */
import { ArrowDown, ArrowUp, Plus, Scan, ScanFace, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordPerson } from '../../shared/photos/photo-details.ts';
import { useDesk } from '../app/desk-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { NameField, type NameInUse } from '../ui/name-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { openSlotDeeds, type PeopleDeeds } from './use-people.ts';
import './people-slots.css';

const MOST_SUGGESTED = 8;
/** A letter finds half the country. */
const LEAST_TYPED = 2;

export function PeopleSlots({
  people,
  deeds,
  isNaming,
  onDraw,
  onInsertNames,
}: {
  people: readonly RecordPerson[];
  deeds: PeopleDeeds;
  /** It begins with a slot to type into. */
  isNaming: boolean;
  /** `isByKey`: whoever asks for it has no hand on a mouse. */
  onDraw: (person: RecordPerson, isByKey: boolean) => void;
  onInsertNames: () => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const box = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  // A slot that the record knows nothing of until something is typed into it.
  const [open, setOpen] = useState(() => (isNaming && people.length === 0 ? crypto.randomUUID() : null));
  if (open !== null && people.some(({ id }) => id === open)) setOpen(null);
  const slots = open === null ? people : [...people, { id: open, name: '' }];
  const openDeeds = openSlotDeeds(deeds, () => setOpen(null));
  const focusName = (id: string): void =>
    box.current?.querySelector<HTMLElement>(`[data-person="${id}"] input`)?.focus();
  // A slot that was just opened is typed into.
  useEffect(() => {
    if (wanted.current === null) return;
    const input = box.current?.querySelector<HTMLElement>(`[data-person="${wanted.current}"] input`);
    if (input === null || input === undefined) return;
    wanted.current = null;
    input.focus();
  });
  const add = (): void => {
    if (open === null) wanted.current = deeds.add();
    else focusName(open);
  };
  return (
    <fieldset
      className="people-slots"
      data-field="people"
      ref={box}
      onBlur={({ currentTarget, relatedTarget }) => {
        deeds.cut();
        if (currentTarget.contains(relatedTarget)) return;
        deeds.tidy();
        setOpen(null);
      }}
    >
      <legend className="for-readers">{t('field.people')}</legend>
      {slots.map((person, index) => (
        <PersonSlot
          key={person.id}
          person={person}
          number={index + 1}
          of={slots.length}
          deeds={person.id === open ? openDeeds : deeds}
          box={box}
          onNext={() => {
            const next = slots[index + 1];
            if (next === undefined) add();
            else focusName(next.id);
          }}
          onDraw={(isByKey) => {
            if (person.id === open) deeds.add(open);
            onDraw(person, isByKey);
          }}
        />
      ))}
      {people.length > 1 ? <p className="caption-none">{t('person.hint')}</p> : null}
      <div className="people-tools">
        <button type="button" className="text-button" data-add-person onClick={add}>
          <Plus aria-hidden="true" />
          {t('person.add')}
        </button>
        {people.length === 0 ? null : (
          <button type="button" className="text-button" onClick={onInsertNames}>
            {t('person.insert')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function PersonSlot({
  person: { id, name, title = '', area },
  number,
  of,
  deeds,
  box,
  onNext,
  onDraw,
}: {
  person: RecordPerson;
  number: number;
  of: number;
  deeds: PeopleDeeds;
  box: RefObject<HTMLElement | null>;
  onNext: () => void;
  onDraw: (isByKey: boolean) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const suggest = useKnownPeople();
  const called = name.trim() === '' ? t('person.someone', { number }) : name;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    deeds.move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  const remove = (): void => {
    deeds.remove(id);
    box.current?.querySelector<HTMLElement>('[data-add-person]')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its fields answer the keys, this one for all of them
    <div className="person-slot" data-person={id} onKeyDown={onKeyDown}>
      <span className="person-number tabular" aria-hidden="true">
        {number}
      </span>
      <div className="person-words">
        <NameField
          label={t('person.slot', { number })}
          hideLabel
          value={name}
          placeholder={t('person.namePlaceholder')}
          listLabel={t('person.known')}
          suggest={suggest}
          onType={(text) => deeds.type(id, { name: text })}
          onTake={(taken, picked) => {
            if (picked !== undefined) {
              deeds.take(id, { name: taken, ...(picked.detail === undefined ? {} : { title: picked.detail }) });
            } else if (taken !== name) deeds.type(id, { name: taken });
          }}
          onEnter={onNext}
        />
        <div>
          <TextInput
            label={t('person.title', { number })}
            hideLabel
            value={title}
            placeholder={t('person.titlePlaceholder')}
            onChange={(text) => deeds.type(id, { title: text })}
            onEnter={onNext}
          />
        </div>
      </div>
      <div className="person-tools">
        <IconButton
          label={t(area === undefined ? 'person.draw' : 'person.undraw', { name: called })}
          isPressed={area !== undefined}
          onPress={({ pointerType }) =>
            area === undefined ? onDraw(pointerType === 'keyboard') : deeds.setArea(id, null)
          }
        >
          {area === undefined ? <Scan /> : <ScanFace />}
        </IconButton>
        <IconButton
          label={t('person.earlier', { name: called })}
          isDisabled={number === 1}
          onPress={() => deeds.move(id, -1)}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          label={t('person.later', { name: called })}
          isDisabled={number === of}
          onPress={() => deeds.move(id, 1)}
        >
          <ArrowDown />
        </IconButton>
        <IconButton label={t('person.remove', { name: called })} onPress={remove}>
          <X />
        </IconButton>
      </div>
    </div>
  );
}

/** Whoever is named in the office's articles and captions, with what they held last. */
function useKnownPeople(): (starts: string) => Promise<readonly NameInUse[]> {
  const desk = useDesk();
  return async (starts) => {
    if (starts.trim().length < LEAST_TYPED) return [];
    const { people } = await desk.photoLibrary.people({ starts: starts.trim(), limit: MOST_SUGGESTED });
    return people.map(({ name, title, count }) => ({ name, count, ...(title ? { detail: title } : {}) }));
  };
}
