/** What the importer made of a file, for confirmation: its lines at the left, the article they make at the right. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assembleGuesses } from '../../shared/article/import/assemble.ts';
import { reclassify } from '../../shared/article/import/reclassify.ts';
import type { ImportPreview, TextEncoding } from '../../shared/contract/desk-imports.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { ImportFindings } from './import-findings.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportResult } from './import-result.tsx';
import { PicturesProvider } from './pictures.tsx';
import './import-dialog.css';

export function ImportDialog({
  preview,
  at,
  of,
  isMaking,
  onChange,
  onEncoding,
  onConfirm,
  onSkip,
  onClose,
}: {
  preview: ImportPreview;
  /** Which file of how many. */
  at: number;
  of: number;
  isMaking: boolean;
  onChange: (preview: ImportPreview) => void;
  onEncoding: (encoding: TextEncoding) => void;
  onConfirm: () => void;
  onSkip: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['import', 'app']);
  const { file, guesses } = preview;
  const dropped = useMemo(() => assembleGuesses(guesses).dropped, [guesses]);
  return (
    <Dialog
      title={of > 1 ? t('titleOf', { file, at, of }) : t('title', { file })}
      size="full"
      // A press outside would throw away what was chosen here.
      isHeld
      onClose={onClose}
      actions={
        <>
          <ReadAs preview={preview} />
          <Button onPress={onSkip}>{of > 1 ? t('skip') : t('app:cancel')}</Button>
          <Button look="main" isDisabled={isMaking} onPress={onConfirm}>
            {t(isMaking ? 'confirming' : 'confirm')}
          </Button>
        </>
      }
    >
      <PicturesProvider preview={preview}>
        <div className="import">
          <section className="import-left" aria-label={t('lines')}>
            <p className="import-intro">{t('intro')}</p>
            <EncodingChoice preview={preview} onEncoding={onEncoding} />
            <ImportFindings preview={preview} />
            <ImportLines
              guesses={guesses}
              dropped={dropped}
              onKind={(line, as) => onChange(reclassify(preview, line, as))}
            />
          </section>
          <section className="import-right" aria-label={t('result')}>
            <ImportResult preview={preview} dropped={dropped} onChange={onChange} />
          </section>
        </div>
      </PicturesProvider>
    </Dialog>
  );
}

/** What the file was read as, where that is no question. */
function ReadAs({ preview: { format, encoding, encodings } }: { preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('import');
  if (encodings.length > 0) return <span className="import-facts" />;
  const words = format === 'html' ? t('encoding', { encoding: encoding.toUpperCase() }) : t(`format.${format}`);
  return <p className="import-facts tabular">{words}</p>;
}

/** The encoding of a text is a guess: it is shown, and can be changed. */
function EncodingChoice({
  preview: { encoding, encodings },
  onEncoding,
}: {
  preview: ImportPreview;
  onEncoding: (encoding: TextEncoding) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  if (encodings.length === 0) return null;
  // A mark at the start of UTF-8 is no other encoding.
  const value = encodings.find((known) => encoding === known || encoding.startsWith(`${known} `)) ?? 'UTF-8';
  return (
    <div className="import-encoding">
      <span>{t('encodingLabel')}</span>
      <Select
        label={t('encodingLabel')}
        value={value}
        choices={encodings.map((id) => ({ id, label: t(`encodingName.${id}`) }))}
        onChange={onEncoding}
      />
      <span className="import-note">{t('encodingHint')}</span>
    </div>
  );
}
