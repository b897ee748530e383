import { Bold, ImagePlus, Italic, Link as LinkIcon, Minus, Redo2, Underline, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { textBlockKinds } from '../../shared/article/document.ts';
import { type FormatName, formatNames, type LineKind } from '../../shared/article/flat-text.ts';
import { safeLink } from '../../shared/article/safe-link.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { showKeys, useCommands } from '../app/commands.tsx';
import type { ArticleUndo } from '../editor/article-undo.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { ExportMenu } from '../exports/export-menu.tsx';
import type { Exporting } from '../exports/use-export.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import type { Steps } from '../review/use-steps.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';

type Format = ReturnType<BodyHandle['state']>;
const nothing: Format = {
  kind: 'paragraph',
  formats: [],
  link: null,
  isList: false,
  isInBox: false,
  gallery: null,
};

/** The format at the caret, told apart by what it says. */
function useFormat(body: BodyHandle | null): Format {
  const [format, setFormat] = useState<Format>(nothing);
  useEffect(() => {
    if (body === null) return;
    const read = (): void => {
      const next = body.state();
      setFormat((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
    };
    read();
    return body.on(read);
  }, [body]);
  return format;
}

export function FormatBar({
  body,
  undo,
  state,
  isEditable,
  onPhotos,
  steps,
  exporting,
  tools,
}: {
  body: BodyHandle | null;
  undo: ArticleUndo;
  state: ArticleState;
  isEditable: boolean;
  onPhotos: () => void;
  steps: Steps;
  exporting: Exporting;
  /** What finds and changes text. */
  tools: ReactNode;
}): ReactNode {
  const { t } = useTranslation('article');
  const format = useFormat(body);
  const [isLinking, setLinking] = useState(false);
  const can = useSyncExternalStore(
    (changed) => undo.on(changed),
    () => `${undo.canUndo} ${undo.canRedo}`,
  );
  const [canUndo, canRedo] = can.split(' ').map((word) => word === 'true');
  const main = steps.main;
  const link = (): void => setLinking(true);
  useTextCommands({ body, undo, isEditable, link });
  const kinds: { id: LineKind | 'mixed'; label: string }[] = [
    ...(format.kind === null ? [{ id: 'mixed' as const, label: t('kind.mixed') }] : []),
    ...textBlockKinds.map((id) => ({ id, label: t(`kind.${id}`) })),
  ];
  return (
    <div className="format-bar" role="toolbar" aria-label={t('format.label')}>
      {isEditable ? (
        <>
          <Select
            label={t('kind.label')}
            value={format.kind ?? 'mixed'}
            choices={kinds}
            onChange={(kind) => {
              if (kind !== 'mixed') body?.setKind(kind);
            }}
            className="format-kind"
          />
          <span className="format-group">
            <IconButton
              label={t('format.bold')}
              keys={showKeys('mod+b')}
              isPressed={format.formats.includes('bold')}
              onPress={() => body?.toggleFormat('bold')}
            >
              <Bold />
            </IconButton>
            <IconButton
              label={t('format.italic')}
              keys={showKeys('mod+i')}
              isPressed={format.formats.includes('italic')}
              onPress={() => body?.toggleFormat('italic')}
            >
              <Italic />
            </IconButton>
            <IconButton
              label={t('format.underline')}
              keys={showKeys('mod+u')}
              isPressed={format.formats.includes('underline')}
              onPress={() => body?.toggleFormat('underline')}
            >
              <Underline />
            </IconButton>
            <IconButton label={t('format.link')} isPressed={format.link !== null} onPress={link}>
              <LinkIcon />
            </IconButton>
          </span>
          <span className="format-group">
            <IconButton label={t('format.rule')} onPress={() => body?.insertRule()}>
              <Minus />
            </IconButton>
            <IconButton label={t('format.photos')} keys={showKeys('mod+alt+p')} onPress={onPhotos}>
              <ImagePlus />
            </IconButton>
          </span>
          <span className="format-group">
            <IconButton
              label={t('format.undo')}
              keys={showKeys('mod+z')}
              isDisabled={canUndo !== true}
              onPress={() => undo.undo()}
            >
              <Undo2 />
            </IconButton>
            <IconButton
              label={t('format.redo')}
              keys={showKeys('mod+shift+z')}
              isDisabled={canRedo !== true}
              onPress={() => undo.redo()}
            >
              <Redo2 />
            </IconButton>
          </span>
        </>
      ) : (
        <ArticleStateMark row={state} />
      )}
      <span className="format-space" />
      {tools}
      <ExportMenu {...exporting} />
      {main === null ? null : (
        <Button look="main" onPress={() => steps.start(main)} className="main-step">
          {steps.label(main)}
        </Button>
      )}
      {isLinking ? (
        <LinkDialog
          link={format.link}
          onClose={() => setLinking(false)}
          onLink={(url) => {
            setLinking(false);
            // Focus goes back to the text first, and with it what was selected there.
            setTimeout(() => body?.setLink(url), 0);
          }}
        />
      ) : null}
    </div>
  );
}

/** The same by name. The text answers the keys itself, and only while it has the focus. */
function useTextCommands({
  body,
  undo,
  isEditable,
  link,
}: {
  body: BodyHandle | null;
  undo: ArticleUndo;
  isEditable: boolean;
  link: () => void;
}): void {
  const { t } = useTranslation('article');
  const group = t('group.text');
  const own = { group, isEnabled: isEditable, isFieldsOwn: true };
  useCommands([
    ...formatNames.map((name) => ({
      ...own,
      id: `text.${name}`,
      title: t(`format.${name}`),
      keys: formatKeys[name],
      run: () => body?.toggleFormat(name),
    })),
    { id: 'text.link', title: t('format.link'), group, isEnabled: isEditable, run: link },
    { ...own, id: 'text.undo', title: t('format.undo'), keys: 'mod+z', run: () => undo.undo() },
    { ...own, id: 'text.redo', title: t('format.redo'), keys: 'mod+shift+z', run: () => undo.redo() },
  ]);
}

const formatKeys: Partial<Record<FormatName, string>> = { bold: 'mod+b', italic: 'mod+i', underline: 'mod+u' };

function LinkDialog({
  link,
  onLink,
  onClose,
}: {
  link: string | null;
  onLink: (url: string | null) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('article');
  const [url, setUrl] = useState(link ?? 'https://');
  const [isTried, setTried] = useState(false);
  const isSafe = safeLink(url) !== null;
  const confirm = (): void => {
    setTried(true);
    if (isSafe) onLink(safeLink(url));
  };
  return (
    <Dialog
      title={t('link.title')}
      onClose={onClose}
      actions={
        <>
          {link === null ? null : (
            <Button look="quiet" onPress={() => onLink(null)}>
              {t('link.remove')}
            </Button>
          )}
          <Button look="main" onPress={confirm}>
            {t('link.set')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('link.address')}
        value={url}
        onChange={setUrl}
        onEnter={confirm}
        autoFocus
        hint={t('link.hint')}
        error={isTried && !isSafe ? t('link.unsafe') : null}
      />
    </Dialog>
  );
}
