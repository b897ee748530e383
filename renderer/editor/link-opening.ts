import { CLICK_COMMAND, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical';

/** A link in the text is opened by a click with Ctrl or Cmd held; without, the click is for the caret. */
export function registerLinkOpening(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link === null || !(event.ctrlKey || event.metaKey) || link.closest('.embed') !== null) return false;
      event.preventDefault();
      window.open((link as HTMLAnchorElement).href, '_blank', 'noopener,noreferrer');
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}
