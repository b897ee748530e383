/** A report as a worried person reads it: what matters in the first line, then the facts, then each thing that was lost. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../app/download.ts';
import { momentWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PathLine } from './path-line.tsx';
import { type Report, reportText } from './report.ts';
import './report.css';

export function ReportView({ report: { lead, facts, lost, folder } }: { report: Report }): ReactNode {
  return (
    <div className="report">
      <p className="report-lead" role="status">
        {lead}
      </p>
      <ul className="report-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {lost === null ? null : (
        <section className="report-lost">
          <h3>{lost.title}</h3>
          <ul>
            {lost.items.map(({ name, lines }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two articles may have one headline, and the list stays as it is
              <li key={index}>
                <p className="report-lost-name">{name}</p>
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {folder === null ? null : <PathLine label={folder.label} path={folder.path} />}
    </div>
  );
}

/** Takes the report along, and goes on to the desk: the page begins anew, since all that it shows may be another. */
export function ReportActions({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation('backups');
  const { say } = useNotices();
  const [madeAt] = useState(() => new Date().toISOString());
  const [isCopied, setCopied] = useState(false);
  const text = (): string => reportText(report, momentWords(madeAt, currentLanguage()));
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setCopied(true),
      () => say(t('copyFailed')),
    );
  };
  const save = (): void => {
    const name = `${t('report.file')}-${madeAt.slice(0, 'YYYY-MM-DD'.length)}.txt`;
    download(new Blob([text()], { type: 'text/plain;charset=utf-8' }), name);
  };
  return (
    <>
      <Button look="quiet" onPress={copy}>
        {t(isCopied ? 'report.copied' : 'report.copy')}
      </Button>
      <Button look="quiet" onPress={save}>
        {t('report.save')}
      </Button>
      <Button look="main" autoFocus onPress={() => window.location.reload()}>
        {t('report.open')}
      </Button>
    </>
  );
}
