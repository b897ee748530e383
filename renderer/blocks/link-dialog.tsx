/** The link on the selected words: set, changed, opened, taken away. */
import { ExternalLink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { readLinkAddress } from './link-address.ts';
import './blocks.css';

export function LinkDialog({
  link,
  needsText,
  onLink,
  onClose,
}: {
  /** The one that is there. */
  link: string | null;
  /** Nothing is selected that could carry the link. */
  needsText: boolean;
  /** Null takes the link away. */
  onLink: (url: string | null, text: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<'blocks'>('blocks');
  const [typed, setTyped] = useState(link ?? '');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const address = readLinkAddress(typed);
  const problem = 'problem' in address ? address.problem : null;
  const confirm = (): void => {
    setTried(true);
    if ('url' in address) onLink(address.url, text.trim() === '' ? typed.trim() : text.trim());
  };
  return (
    <Dialog
      title={t('link.title')}
      onClose={onClose}
      actions={
        <>
          {link === null ? null : (
            <>
              <a className="button button-quiet link-open" href={link} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden="true" />
                {t('link.open')}
              </a>
              <Button look="quiet" onPress={() => onLink(null, '')}>
                {t('link.remove')}
              </Button>
            </>
          )}
          <Button look="main" onPress={confirm}>
            {t('link.set')}
          </Button>
        </>
      }
    >
      <div className="link-fields">
        <TextInput
          label={t('link.address')}
          value={typed}
          onChange={setTyped}
          onEnter={confirm}
          autoFocus
          placeholder="tinhuy.gov.vn"
          hint={t('link.hint')}
          error={isTried && problem !== null ? t(`link.problem.${problem}`) : null}
        />
        {needsText ? (
          <TextInput
            label={t('link.text')}
            value={text}
            onChange={setText}
            onEnter={confirm}
            hint={t('link.textHint')}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
