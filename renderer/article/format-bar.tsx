/** What can be done with the text, in reach of the mouse; what has no room here is in the two menus. */
import {
  Bold,
  ImagePlus,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  PanelTop,
  Redo2,
  Strikethrough,
  Underline,
  Undo2,
} from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { textBlockKinds } from '../../shared/article/document.ts';
import type { FormatName, LineKind } from '../../shared/article/flat-text.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { showKeys } from '../app/commands.tsx';
import { type BlockDeed, blockKeys, doInBody } from '../blocks/block-deeds.ts';
import { InsertMenu } from '../blocks/insert-menu.tsx';
import { LinkDialog } from '../blocks/link-dialog.tsx';
import { MoreMenu } from '../blocks/more-menu.tsx';
import { RelatedDialog } from '../blocks/related-dialog.tsx';
import { useTextCommands } from '../blocks/use-text-commands.ts';
import type { ArticleUndo } from '../editor/article-undo.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { formatKeys, kindKeys } from '../editor/body-keys.ts';
import { TableDialog } from '../editor/tables/table-dialog.tsx';
import { useTableCommands } from '../editor/tables/use-table-commands.ts';
import { ExportMenu } from '../exports/export-menu.tsx';
import type { Exporting } from '../exports/use-export.ts';
import { ArticleStateMark } from '../library/article-state.tsx';
import type { Steps } from '../review/use-steps.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useFormat } from './use-format.ts';

export function FormatBar({
  body,
  undo,
  state,
  isEditable,
  onPhotos,
  onPhotoLibrary,
  onFiles,
  showsMarks,
  onShowMarks,
  steps,
  exporting,
  tools,
}: {
  body: BodyHandle | null;
  undo: ArticleUndo;
  state: ArticleState;
  isEditable: boolean;
  onPhotos: () => void;
  onPhotoLibrary: () => void;
  onFiles: () => void;
  showsMarks: boolean;
  onShowMarks: (shown: boolean) => void;
  steps: Steps;
  exporting: Exporting;
  /** What finds and changes text. */
  tools: ReactNode;
}): ReactNode {
  const { t } = useTranslation<['article', 'blocks']>(['article', 'blocks']);
  const format = useFormat(body);
  const [asking, setAsking] = useState<'link' | 'related' | 'table' | null>(null);
  const can = useSyncExternalStore(
    (changed) => undo.on(changed),
    () => `${undo.canUndo} ${undo.canRedo}`,
  );
  const [canUndo, canRedo] = can.split(' ').map((word) => word === 'true');
  const main = steps.main;
  /** Back to the text, and with it to what was selected there; a dialog may have been opened from another one. */
  const answer = (then?: () => void): void => {
    setAsking(null);
    const back = (): void => {
      const cell = body?.tables.active?.cell ?? null;
      if (cell === null) body?.focus();
      else cell.focus();
    };
    setTimeout(then ?? back, 0);
  };
  const run = (deed: BlockDeed): void => {
    if (deed === 'showMarks') onShowMarks(!showsMarks);
    else if (deed === 'undo') undo.undo();
    else if (deed === 'redo') undo.redo();
    else if (!isEditable || body === null || doInBody(body, deed)) return;
    else if (deed === 'photos') onPhotos();
    else if (deed === 'photoLibrary') onPhotoLibrary();
    else if (deed === 'file') onFiles();
    else if (deed === 'link' || deed === 'related' || deed === 'table') setAsking(deed);
  };
  useTextCommands({ body, isEditable, run });
  useTableCommands(body, isEditable);
  const kinds: { id: LineKind | 'mixed'; label: string }[] = [
    ...(format.kind === null ? [{ id: 'mixed' as const, label: t('kind.mixed') }] : []),
    ...(format.kind === 'gallery' ? [{ id: 'gallery' as const, label: t('kind.gallery') }] : []),
    ...textBlockKinds.map((id) => ({ id, label: t(`kind.${id}`) })),
  ];
  const formatButton = (name: FormatName, icon: ReactNode): ReactNode => (
    <IconButton
      label={t(`format.${name}`)}
      keys={showKeys(formatKeys[name])}
      isPressed={format.formats.includes(name)}
      onPress={() => body?.toggleFormat(name)}
    >
      {icon}
    </IconButton>
  );
  const listButton = (kind: 'bullet' | 'number', icon: ReactNode): ReactNode => (
    <IconButton
      label={t(`blocks:bar.${kind}`)}
      keys={showKeys(kindKeys[kind] ?? '')}
      isPressed={format.kind === kind}
      onPress={() => body?.setKind(format.kind === kind ? 'paragraph' : kind)}
    >
      {icon}
    </IconButton>
  );
  const deedButton = (deed: BlockDeed, icon: ReactNode, isDisabled = false): ReactNode => {
    const keys = blockKeys[deed];
    return (
      <IconButton
        label={t(`blocks:deed.${deed}`)}
        {...(keys === undefined ? {} : { keys: showKeys(keys) })}
        isDisabled={isDisabled}
        onPress={() => run(deed)}
      >
        {icon}
      </IconButton>
    );
  };
  return (
    <div className="format-bar" role="toolbar" aria-label={t('format.label')}>
      {isEditable ? (
        <>
          <Select
            label={t('kind.label')}
            value={format.kind ?? 'mixed'}
            choices={kinds}
            onChange={(kind) => {
              if (kind !== 'mixed' && kind !== 'gallery') body?.setKind(kind);
            }}
            className="format-kind"
          />
          <span className="format-group">
            {formatButton('bold', <Bold />)}
            {formatButton('italic', <Italic />)}
            <span className="from-wide">
              {formatButton('underline', <Underline />)}
              {formatButton('strike', <Strikethrough />)}
            </span>
            <IconButton
              label={t('format.link')}
              keys={showKeys(blockKeys.link ?? '')}
              isPressed={format.link !== null}
              onPress={() => run('link')}
            >
              <LinkIcon />
            </IconButton>
          </span>
          <span className="format-group from-middle">
            {listButton('bullet', <List />)}
            {listButton('number', <ListOrdered />)}
            <span className="from-wide">
              {deedButton('outdent', <IndentDecrease />, !format.isList)}
              {deedButton('indent', <IndentIncrease />, !format.isList)}
            </span>
          </span>
          <span className="format-group">
            <span className="from-wide">
              {deedButton('photos', <ImagePlus />)}
              {deedButton('box', <PanelTop />)}
            </span>
            <InsertMenu run={run} isInBox={format.isInBox} gallery={format.gallery} />
            <MoreMenu
              run={run}
              formats={format.formats}
              isList={format.isList}
              canUndo={canUndo === true}
              canRedo={canRedo === true}
              showsMarks={showsMarks}
              onFormat={(name) => body?.toggleFormat(name)}
            />
          </span>
          <span className="format-group from-narrow">
            {deedButton('undo', <Undo2 />, canUndo !== true)}
            {deedButton('redo', <Redo2 />, canRedo !== true)}
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
      {asking === 'link' ? (
        <LinkDialog
          link={format.link}
          needsText={format.isCaret && format.link === null}
          onClose={() => answer()}
          onLink={(url, text) => answer(() => body?.setLink(url, text))}
        />
      ) : null}
      {asking === 'table' ? (
        <TableDialog
          onClose={() => setAsking(null)}
          onChoose={({ rows, columns }) => {
            setAsking(null);
            setTimeout(() => body?.tables.insert(rows, columns), 0);
          }}
        />
      ) : null}
      {asking === 'related' ? (
        <RelatedDialog
          articleId={state.id}
          onClose={() => answer()}
          onChoose={({ id, headline }) => answer(() => body?.insertEmbed({ type: 'related', article: id, headline }))}
        />
      ) : null}
    </div>
  );
}
