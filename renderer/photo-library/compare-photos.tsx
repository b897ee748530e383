// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the keys of a picture rate and label it
/** Two to four pictures side by side: which to keep, which to put aside. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import { useCommandCover, useCommands } from '../app/commands.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { gridDeed } from './grid-keys.ts';
import { lacksWords, starWords, takenWords } from './photo-words.ts';
import { Stars } from './stars.tsx';
import type { PhotoDeeds } from './use-photo-deeds.ts';
import { usePhotosChange } from './use-photos-change.ts';
import './compare-photos.css';

const MEGABYTE = 1024 * 1024;

export function ComparePhotos({
  sha256s,
  deeds,
  onClose,
}: {
  sha256s: readonly string[];
  deeds: PhotoDeeds;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('photoLibrary');
  const facts = useFacts(sha256s);
  const root = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  useCommandCover();
  useCommands([
    { id: 'photos.compare.close', title: t('compare.close'), group: t('command.group'), keys: 'escape', run: onClose },
  ]);
  const keep = (sha256: string): void => {
    deeds.keepOne(
      sha256,
      sha256s.filter((other) => other !== sha256),
    );
    onClose();
  };
  useEffect(() => {
    root.current?.querySelectorAll<HTMLElement>('.compared-photo')[at]?.focus();
  }, [at]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target instanceof HTMLButtonElement) return;
    const deed = gridDeed(event.nativeEvent);
    const sha256 = sha256s[at];
    if (deed === null || sha256 === undefined || deed.do === 'escape') return;
    event.preventDefault();
    if (deed.do === 'move') {
      const by = deed.step === 'left' || deed.step === 'up' ? -1 : 1;
      setAt(Math.max(0, Math.min(sha256s.length - 1, at + by)));
    } else if (deed.do === 'rate') deeds.rate([sha256], deed.rating);
    else if (deed.do === 'label') deeds.label([sha256], deed.label);
    else if (deed.do === 'aside') deeds.aside([sha256]);
    else if (deed.do === 'open') keep(sha256);
    else if (deed.do === 'undo') deeds.undo();
  };
  return (
    <section className="compare-photos" aria-label={t('compare.title')}>
      <header className="photo-head">
        <h2>{t('compare.title')}</h2>
        <p className="compare-hint">{t('compare.keepHint')}</p>
        <IconButton label={t('compare.close')} keys="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of whichever picture has the focus */}
      <div className="compared" ref={root} onKeyDown={onKeyDown}>
        {sha256s.map((sha256, index) => (
          <article
            key={sha256}
            className="compared-photo"
            tabIndex={0}
            aria-label={facts.get(sha256)?.row.name ?? '…'}
            onFocus={() => setAt(index)}
          >
            <div className="compared-picture">
              <img
                src={photoUrl(sha256, 'preview', facts.get(sha256)?.row.edits)}
                alt={facts.get(sha256)?.row.description ?? ''}
                decoding="async"
              />
            </div>
            <ComparedWords facts={facts.get(sha256)} first={index === 0 ? undefined : sha256s[0]} />
            <Button onPress={() => keep(sha256)}>{t('compare.keep')}</Button>
          </article>
        ))}
      </div>
    </section>
  );
}

function ComparedWords({ facts, first }: { facts: PhotoFacts | undefined; first: string | undefined }): ReactNode {
  const { t } = useTranslation('photoLibrary');
  if (facts === undefined) return <div className="compared-words" />;
  const { row, alike } = facts;
  const isSame = alike.some(({ sha256, distance }) => sha256 === first && distance === 0);
  const lines = [
    t('compare.pixels', { width: row.width, height: row.height }),
    `${(row.bytes / MEGABYTE).toFixed(1)} MB · ${row.format.toUpperCase()}`,
    ...(row.dateCreated === null ? [] : [takenWords(row.dateCreated)]),
    row.uses === 0 ? t('compare.unused') : t('compare.uses', { count: row.uses }),
    ...(row.lacks.length === 0 ? [] : [t('mark.lacks', { parts: lacksWords(row, t) })]),
    ...(isSame ? [t('compare.same')] : []),
  ];
  return (
    <div className="compared-words">
      <p className="compared-name">{row.name}</p>
      <p>
        <span className="for-readers">{starWords(row.rating, t)}</span>
        {row.rating < 0 ? t('stars.aside') : <Stars rating={row.rating} />}
        {row.label === null ? null : (
          <span className="photo-label" data-label={row.label}>
            {t(`label.${row.label}`)}
          </span>
        )}
      </p>
      <p className="compared-caption">{row.description || t('look.noCaption')}</p>
      <ul className="tabular">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function useFacts(sha256s: readonly string[]): ReadonlyMap<string, PhotoFacts> {
  const desk = useDesk();
  const { tellError } = useNotices();
  const [facts, setFacts] = useState<ReadonlyMap<string, PhotoFacts>>(new Map());
  const [asked, setAsked] = useState(0);
  usePhotosChange(() => setAsked((times) => times + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for anew
  useEffect(() => {
    let isGone = false;
    Promise.all(sha256s.map(async (sha256) => [sha256, await desk.photoLibrary.facts({ sha256 })] as const)).then(
      (answers) => {
        if (!isGone) setFacts(new Map(answers));
      },
      (error) => {
        if (!isGone) tellError(toAppError(error));
      },
    );
    return () => {
      isGone = true;
    };
  }, [desk, sha256s, asked]);
  return facts;
}
