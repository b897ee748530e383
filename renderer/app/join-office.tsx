/** Address and invitation code. What goes wrong is said below the button; what was typed stays. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkstationState } from '../../shared/contract/desk.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useDesk } from './desk-context.tsx';
import { FormError } from './form-error.tsx';
import { useAttempt } from './use-attempt.ts';

export function JoinOffice({
  isDisabled = false,
  onBusy,
  onJoined,
}: {
  isDisabled?: boolean;
  onBusy?: (isBusy: boolean) => void;
  onJoined: (state: WorkstationState) => void;
}): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [endpoint, setEndpoint] = useState('');
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, error, attempt } = useAttempt(onBusy);
  const missing = {
    endpoint: isTried && endpoint.trim() === '' ? t('firstRun.join.endpointMissing') : null,
    code: isTried && code.trim() === '' ? t('firstRun.join.codeMissing') : null,
  };
  const join = (event?: FormEvent): void => {
    event?.preventDefault();
    setTried(true);
    if (endpoint.trim() === '' || code.trim() === '') return;
    attempt(() => desk.workstation.join({ endpoint: endpoint.trim(), code: code.trim() }), onJoined);
  };
  return (
    <form className="small-form" onSubmit={join} noValidate>
      <TextInput
        label={t('firstRun.join.endpoint')}
        hint={t('firstRun.join.endpointHint')}
        error={missing.endpoint}
        value={endpoint}
        onChange={setEndpoint}
        isDisabled={isDisabled || isBusy}
      />
      <TextInput
        label={t('firstRun.join.code')}
        hint={t('firstRun.join.codeHint')}
        error={missing.code}
        value={code}
        onChange={setCode}
        isDisabled={isDisabled || isBusy}
      />
      <Button type="submit" isDisabled={isDisabled || isBusy}>
        {t(isBusy ? 'firstRun.join.busy' : 'firstRun.join.button')}
      </Button>
      <FormError error={error} />
    </form>
  );
}
