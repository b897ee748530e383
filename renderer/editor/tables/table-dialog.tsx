import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import './tables.css';

/** The squares to choose from with the mouse; more can be typed. */
const SQUARES = { rows: 8, columns: 8 };
const MOST = { rows: 100, columns: 20 };
const USUAL = '3';

type Size = { rows: number; columns: number };

function asCount(text: string, most: number): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}

/** Asks how large a new table is to be. */
export function TableDialog({ onChoose, onClose }: { onChoose: (size: Size) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation<'tables'>('tables');
  const [rows, setRows] = useState(USUAL);
  const [columns, setColumns] = useState(USUAL);
  /** The square under the mouse. */
  const [under, setUnder] = useState<Size | null>(null);
  const size = { rows: asCount(rows, MOST.rows), columns: asCount(columns, MOST.columns) };
  const confirm = (): void => {
    if (size.rows !== null && size.columns !== null) onChoose({ rows: size.rows, columns: size.columns });
  };
  const shown = under ?? size;
  return (
    <Dialog
      title={t('insert')}
      onClose={onClose}
      actions={
        <Button look="main" onPress={confirm} isDisabled={size.rows === null || size.columns === null}>
          {t('insert')}
        </Button>
      }
    >
      <div className="table-size">
        {/* For the mouse; the fields say the same. */}
        <div className="size-squares" aria-hidden="true" onPointerLeave={() => setUnder(null)}>
          {Array.from({ length: SQUARES.rows * SQUARES.columns }, (_, index) => {
            const [row, column] = [Math.floor(index / SQUARES.columns) + 1, (index % SQUARES.columns) + 1];
            const isIn = row <= (shown.rows ?? 0) && column <= (shown.columns ?? 0);
            return (
              <span
                key={`${row}:${column}`}
                className={isIn ? 'size-square is-in' : 'size-square'}
                onPointerEnter={() => setUnder({ rows: row, columns: column })}
                onPointerUp={() => onChoose({ rows: row, columns: column })}
              />
            );
          })}
          <span className="size-words">{t('sizeOf', { rows: shown.rows ?? '–', columns: shown.columns ?? '–' })}</span>
        </div>
        <div className="size-fields">
          <TextInput
            label={t('rows')}
            value={rows}
            onChange={setRows}
            onEnter={confirm}
            autoFocus
            error={size.rows === null ? t('sizeLimit', { most: MOST.rows }) : null}
          />
          <TextInput
            label={t('columns')}
            value={columns}
            onChange={setColumns}
            onEnter={confirm}
            error={size.columns === null ? t('sizeLimit', { most: MOST.columns }) : null}
          />
        </div>
      </div>
    </Dialog>
  );
}
