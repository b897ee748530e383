import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import './backups.css';

/** Where something lies on this computer, to be read, chosen and copied. */
export function PathLine({ label, path }: { label: string; path: string }): ReactNode {
  const { t } = useTranslation('backups');
  const { say } = useNotices();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(path).then(
      () => {
        setCopied(true);
        say(t('pathCopied'));
      },
      () => say(t('copyFailed')),
    );
  };
  return (
    <div className="path-line">
      <p className="path-line-label">{label}</p>
      <div className="path-line-path">
        <code>{path}</code>
        <IconButton label={t('copyPath')} onPress={copy}>
          {isCopied ? <Check /> : <Copy />}
        </IconButton>
      </div>
    </div>
  );
}
