/** What the importer made of a file, for confirmation: its lines at the left, the article they make at the right. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assembleGuesses } from '../../shared/article/import/assemble.ts';
import { reclassify } from '../../shared/article/import/reclassify.ts';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportResult } from './import-result.tsx';
import './import-dialog.css';

export function ImportDialog({
  preview,
  at,
  of,
  isMaking,
  onChange,
  onConfirm,
  onClose,
}: {
  preview: ImportPreview;
  /** Which file of how many. */
  at: number;
  of: number;
  isMaking: boolean;
  onChange: (preview: ImportPreview) => void;
  onConfirm: () => void;
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
          <p className="import-facts tabular">{t('encoding', { encoding: preview.encoding.toUpperCase() })}</p>
          <Button onPress={onClose}>{of > at ? t('skip') : t('app:cancel')}</Button>
          <Button look="main" isDisabled={isMaking} onPress={onConfirm}>
            {t(isMaking ? 'confirming' : 'confirm')}
          </Button>
        </>
      }
    >
      <div className="import">
        <section className="import-left" aria-label={t('lines')}>
          <p className="import-intro">{t('intro')}</p>
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
    </Dialog>
  );
}
