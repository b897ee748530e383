/** The picture, as large as there is room for it, or pixel by pixel; with the faces that somebody has drawn on it. */
import { Image, Maximize, ScanFace, Search } from 'lucide-react';
import type { CSSProperties } from 'react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { areaToFrame, frameSize } from '../../shared/photos/geometry.ts';
import type { PhotoArea, PhotoEdits, PhotoRecord } from '../../shared/photos/photo-details.ts';
import { photoUrl } from '../photos/use-photo.ts';
import { useLookFilter } from '../picture-editor/look-filter.tsx';
import { IconButton } from '../ui/button.tsx';
import './desk-picture.css';

/** What a browser shows by itself. */
const shownFormats: readonly string[] = ['jpeg', 'png', 'webp', 'avif'];

/** A picture on the desk is turned as it goes out, and not cropped. */
function turnedOf({ turn, straighten }: PhotoEdits): Pick<PhotoEdits, 'turn' | 'straighten'> {
  return { ...(turn === undefined ? {} : { turn }), ...(straighten === undefined ? {} : { straighten }) };
}

export function deskPictureUrl(sha256: string, edits: PhotoEdits): string {
  const { pixelated } = edits;
  return photoUrl(sha256, 'preview', { ...turnedOf(edits), ...(pixelated === undefined ? {} : { pixelated }) });
}

export function DeskPicture({
  row,
  record,
  isActual,
  onActual,
  showsFaces,
  onFaces,
  onKeyDown,
}: {
  row: PhotoRow;
  record: PhotoRecord;
  /** At 100 %. */
  isActual: boolean;
  onActual: (isActual: boolean) => void;
  showsFaces: boolean;
  onFaces: (shows: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const scroller = useRef<HTMLDivElement>(null);
  const { filter, definition } = useLookFilter(record.look);
  const turned = turnedOf(record.edits);
  const size = frameSize(row, turned);
  const url = deskPictureUrl(row.sha256, record.edits);
  // The original itself would show a face that is not to be seen.
  const source =
    isActual && url === photoUrl(row.sha256, 'preview') && shownFormats.includes(row.format)
      ? `./photos/${row.sha256}/original`
      : url;
  useEffect(() => {
    const box = scroller.current;
    if (isActual) box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2);
  }, [isActual]);
  const style = {
    '--ratio': size.width / size.height,
    ...(isActual ? { width: `${Math.round(size.width / window.devicePixelRatio)}px` } : {}),
  } as CSSProperties;
  return (
    <div className="desk-picture">
      {definition}
      {/* biome-ignore lint/a11y/useSemanticElements: it is scrolled and rated by keys */}
      <div
        ref={scroller}
        className={`desk-picture-stage ${isActual ? 'is-actual' : ''}`}
        role="group"
        aria-label={t('picturePane')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled and rated by keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onActual(!isActual)}
      >
        {row.isHere ? (
          <div className="desk-picture-box" style={style}>
            <img
              key={row.sha256}
              src={source}
              alt={record.alt || t('picturePane')}
              draggable={false}
              decoding="async"
              {...(filter === undefined ? {} : { style: { filter } })}
            />
            {showsFaces
              ? record.people.map(({ id, name, area }, index) => {
                  const shown = area === undefined ? null : areaToFrame(area, row, turned);
                  if (shown === null) return null;
                  return <Face key={id} area={shown} number={index + 1} name={name} />;
                })
              : null}
          </div>
        ) : (
          <div className="desk-picture-none">
            <Image aria-hidden="true" />
            <p>{t('elsewhere')}</p>
          </div>
        )}
      </div>
      <div className="desk-picture-tools">
        <IconButton label={t('faces')} isPressed={showsFaces} onPress={() => onFaces(!showsFaces)}>
          <ScanFace />
        </IconButton>
        <IconButton
          label={t(isActual ? 'fit' : 'actual')}
          keys="Z"
          isPressed={isActual}
          onPress={() => onActual(!isActual)}
        >
          {isActual ? <Maximize /> : <Search />}
        </IconButton>
      </div>
    </div>
  );
}

function Face({ area, number, name }: { area: PhotoArea; number: number; name: string }): ReactNode {
  const { t } = useTranslation<'captionDesk'>('captionDesk');
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <div
      className="face"
      role="img"
      aria-label={t('person.face', { name: name.trim() === '' ? t('person.someone', { number }) : name })}
      style={{ left: percent(area.x), top: percent(area.y), width: percent(area.width), height: percent(area.height) }}
    >
      <span className="tabular">{name.trim() === '' ? number : `${number} ${name}`}</span>
    </div>
  );
}
