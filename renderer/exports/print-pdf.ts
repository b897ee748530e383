/** Printing goes through the PDF, so that paper looks the same from every browser and every computer. */
import { download } from '../app/download.ts';

type PdfFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** How long the page's own copy is kept for the tab that shows it. */
const KEPT_MS = 60_000;

/**
 * Shows a PDF that is still being made where it can be printed: in the computer's own program in Electron, in a tab of
 * its own in a browser. Call it while a key or the mouse is being answered, since a browser opens tabs only then.
 * The tab says `waiting` until then. `onNoTab` is told the name of the file that was downloaded instead. Rejects with
 * what the making throws.
 */
export async function printPdf(
  making: () => Promise<PdfFile>,
  { waiting, onNoTab }: { waiting: string; onNoTab: (name: string) => void },
): Promise<void> {
  const shell = window.toasoan;
  if (shell !== undefined) {
    const { name, bytes } = await making();
    shell.openPdf(name, bytes);
    return;
  }
  const tab = window.open('', '_blank');
  if (tab !== null) {
    tab.document.title = waiting;
    tab.document.body.textContent = waiting;
  }
  try {
    const { name, bytes } = await making();
    const file = new Blob([bytes], { type: 'application/pdf' });
    if (tab === null) {
      download(file, name);
      onNoTab(name);
      return;
    }
    const address = URL.createObjectURL(file);
    tab.location.replace(address);
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
