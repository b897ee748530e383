/** How often backups are made, how many stay, and where they lie. */
import type { TFunction } from 'i18next';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BackupOverview, type BackupSettings, backupSettingsSchema } from '../../shared/contract/desk.ts';
import { useDesk } from '../app/desk-context.tsx';
import { FormError } from '../app/form-error.tsx';
import { useAttempt } from '../app/use-attempt.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import './backups.css';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const usualMinutes = [15, 30, 60, 120, 240, 480, DAY_MINUTES];
const numbers = [
  { name: 'hourly', field: 'keepHourly' },
  { name: 'daily', field: 'keepDaily' },
  { name: 'weekly', field: 'keepWeekly' },
] as const;
type Numbers = Record<(typeof numbers)[number]['field'], string>;

export function BackupSettingsDialog({
  overview: { settings },
  onSaved,
  onBack,
}: {
  overview: BackupOverview;
  onSaved: (overview: BackupOverview) => void;
  onBack: () => void;
}): ReactNode {
  const { t } = useTranslation('backups');
  const cancel = useTranslation().t('cancel');
  const desk = useDesk();
  const formId = useId();
  const [everyMinutes, setEvery] = useState(settings.everyMinutes);
  const [kept, setKept] = useState<Numbers>(() => ({
    keepHourly: `${settings.keepHourly}`,
    keepDaily: `${settings.keepDaily}`,
    keepWeekly: `${settings.keepWeekly}`,
  }));
  const [folder, setFolder] = useState(settings.folder ?? '');
  const { isBusy, error, attempt } = useAttempt();
  const wanted = readSettings(everyMinutes, kept, folder);
  const save = (event?: FormEvent): void => {
    event?.preventDefault();
    if (wanted !== null && !isBusy) attempt(() => desk.backups.configure(wanted), onSaved);
  };
  const choices = [...new Set([...usualMinutes, settings.everyMinutes])].sort((a, b) => a - b);
  return (
    <Dialog
      title={t('settings')}
      isHeld
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>{cancel}</Button>
          <Button look="main" type="submit" form={formId} isDisabled={wanted === null || isBusy}>
            {t(isBusy ? 'form.saving' : 'form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className="backup-form" onSubmit={save} noValidate>
        <div className="backup-form-field">
          <span className="backup-form-label" aria-hidden="true">
            {t('form.every')}
          </span>
          <Select
            label={t('form.every')}
            value={`${everyMinutes}`}
            choices={choices.map((minutes) => ({ id: `${minutes}`, label: everyWords(t, minutes) }))}
            onChange={(minutes) => setEvery(Number(minutes))}
          />
          <p className="backup-form-hint">{t('form.everyHint')}</p>
        </div>
        <fieldset>
          <legend>{t('form.keep')}</legend>
          <div className="backup-form-numbers">
            {numbers.map(({ name, field }) => {
              const { minValue: least, maxValue: most } = backupSettingsSchema.shape[field];
              return (
                <TextInput
                  key={field}
                  label={t(`form.${name}`)}
                  value={kept[field]}
                  error={readNumber(field, kept[field]) === null ? t('form.number', { least, most }) : null}
                  onChange={(value) => setKept({ ...kept, [field]: value })}
                />
              );
            })}
          </div>
          <p className="backup-form-hint">{t('form.keepHint')}</p>
        </fieldset>
        <TextInput
          label={t('form.folder')}
          value={folder}
          onChange={setFolder}
          hint={t('form.folderHint', { example: exampleFolder() })}
        />
        <FormError error={error} />
      </form>
    </Dialog>
  );
}

function readNumber(field: keyof Numbers, typed: string): number | null {
  if (!/^\d+$/.test(typed.trim())) return null;
  const { success, data } = backupSettingsSchema.shape[field].safeParse(Number(typed));
  return success ? data : null;
}

function readSettings(everyMinutes: number, kept: Numbers, folder: string): BackupSettings | null {
  const keepHourly = readNumber('keepHourly', kept.keepHourly);
  const keepDaily = readNumber('keepDaily', kept.keepDaily);
  const keepWeekly = readNumber('keepWeekly', kept.keepWeekly);
  if (keepHourly === null || keepDaily === null || keepWeekly === null) return null;
  return { everyMinutes, keepHourly, keepDaily, keepWeekly, folder: folder.trim() === '' ? null : folder.trim() };
}

function everyWords(t: TFunction<'backups'>, minutes: number): string {
  if (minutes === DAY_MINUTES) return t('form.everyDay');
  if (minutes === HOUR_MINUTES) return t('form.everyHour');
  if (minutes % HOUR_MINUTES === 0) return t('form.everyHours', { count: minutes / HOUR_MINUTES });
  return t('form.everyMinutes', { count: minutes });
}

/** As paths look on this computer. */
function exampleFolder(): string {
  return /Windows/.test(navigator.userAgent) ? 'D:\\Sao lưu Tòa Soạn' : '/media/sao-luu';
}
