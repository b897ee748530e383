import { type DragEvent, useEffect, useRef, useState } from 'react';

export type DropTarget = {
  dropTarget: {
    onDragEnter: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  /** A file is held over a drop target. */
  isDropping: boolean;
};

type AnyDragEvent = DragEvent | globalThis.DragEvent;

function filesOf(event: AnyDragEvent): readonly File[] | null {
  return event.dataTransfer?.types.includes('Files') === true ? [...event.dataTransfer.files] : null;
}

/** Takes files on the library, and on whatever of the window takes none itself. */
export function useDropTarget(onFiles: (files: readonly File[]) => void): DropTarget {
  // Entering a child comes before leaving its parent, so the depth says whether the pointer is within.
  const [depth, setDepth] = useState(0);
  useWindowDrops(onFiles);
  return {
    isDropping: depth > 0,
    dropTarget: {
      onDragEnter: (event) => {
        if (filesOf(event) !== null) setDepth((before) => before + 1);
      },
      onDragOver: (event) => {
        if (filesOf(event) === null || event.dataTransfer === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => {
        if (filesOf(event) !== null) setDepth((before) => Math.max(0, before - 1));
      },
      onDrop: (event) => {
        setDepth(0);
        const files = filesOf(event);
        if (files === null) return;
        event.preventDefault();
        if (files.length > 0) onFiles(files);
      },
    },
  };
}

/** A file that nobody takes must not replace the page in a browser; under a dialog it waits for no answer either. */
function useWindowDrops(onFiles: (files: readonly File[]) => void): void {
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const isTaken = (event: globalThis.DragEvent): boolean => event.defaultPrevented || filesOf(event) === null;
    const isHeld = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    const over = (event: globalThis.DragEvent): void => {
      if (isTaken(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isHeld() ? 'none' : 'copy';
    };
    const drop = (event: globalThis.DragEvent): void => {
      if (isTaken(event)) return;
      event.preventDefault();
      const files = filesOf(event) ?? [];
      if (files.length > 0 && !isHeld()) take.current(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
