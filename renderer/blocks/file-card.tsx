/** An attached document in the text: its name, kind and size; to keep and, while the article is written, to rename. */
import { Download, Paperclip, Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Embed } from '../../shared/article/flat-text.ts';
import { fileSize } from '../../shared/article/render-html.ts';
import { fileAddress } from '../../shared/contract/desk-files.ts';
import { extensionOf } from '../../shared/files/file-kinds.ts';
import { currentLanguage } from '../app/words.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { IconButton } from '../ui/button.tsx';
import { useFileState } from './use-file-state.ts';
import './blocks.css';

const MAX_STEM_CHARACTERS = 150;

type FileEmbed = Extract<Embed, { type: 'file' }>;

export function FileCard({
  embed,
  body,
  isEditable,
}: {
  embed: FileEmbed;
  body: BodyHandle | null;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation<'blocks'>('blocks');
  const [isRenaming, setRenaming] = useState(false);
  const state = useFileState(embed.sha256);
  const extension = extensionOf(embed.name);
  const rename = (stem: string): void => {
    setRenaming(false);
    const name = renamed(stem, embed.name);
    if (name !== null) body?.replaceEmbed(embed, { ...embed, name });
  };
  const leave = (): void => {
    body?.focus();
    setRenaming(false);
  };
  return (
    <div className="block-card" data-file={embed.sha256} contentEditable={false} suppressContentEditableWarning>
      <Paperclip aria-hidden="true" />
      <div className="block-words">
        <span className="block-label">{t('file.label')}</span>
        {isRenaming ? (
          <NameField name={embed.name} label={t('file.name')} onName={rename} onLeave={leave} />
        ) : (
          <span className="block-title">{embed.name}</span>
        )}
        <span className="block-facts">
          <span className="tabular">
            {extension === '' ? '' : `${extension.toUpperCase()} · `}
            {fileSize(embed.bytes, currentLanguage())}
          </span>
          {state === 'awaited' || state === 'missing' ? <span>{t(`file.${state}`)}</span> : null}
        </span>
      </div>
      <div className="block-tools">
        {isEditable ? (
          <IconButton label={t('file.rename')} onPress={() => setRenaming(true)}>
            <Pencil />
          </IconButton>
        ) : null}
        {state === 'here' ? (
          <a
            className="icon-button"
            href={fileAddress(embed)}
            download={embed.name}
            aria-label={t('file.keep')}
            title={t('file.keep')}
          >
            <Download aria-hidden="true" />
          </a>
        ) : null}
      </div>
    </div>
  );
}

function NameField({
  name,
  label,
  onName,
  onLeave,
}: {
  name: string;
  label: string;
  onName: (stem: string) => void;
  /** By a key: the focus is to go back to the text. */
  onLeave: () => void;
}): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  // The press of the button is not over yet, and the focus goes to that first.
  useEffect(() => {
    const timer = setTimeout(() => {
      field.current?.focus();
      field.current?.select();
    }, 0);
    return () => clearTimeout(timer);
  }, []);
  return (
    <input
      ref={field}
      className="block-name"
      aria-label={label}
      defaultValue={stemOf(name)}
      spellCheck={false}
      autoComplete="off"
      onBlur={(event) => onName(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The field is left, and with it what stands in it is taken.
        if (event.key === 'Escape') event.currentTarget.value = stemOf(name);
        onLeave();
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

function stemOf(name: string): string {
  const extension = extensionOf(name);
  return extension === '' ? name : name.slice(0, -extension.length - 1);
}

/** The name with another stem; it ends as it did, for that says what the document is. Null where nothing changes. */
function renamed(stem: string, name: string): string | null {
  const extension = extensionOf(name);
  const clean = stem
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const cut = [...clean].slice(0, MAX_STEM_CHARACTERS).join('').trim();
  const next = extension === '' ? cut : `${cut}.${extension}`;
  return cut === '' || next === name ? null : next;
}
