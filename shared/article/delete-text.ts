import type * as Y from 'yjs';

/**
 * Y.Text.delete, with the formats of what stands behind left as they are. A text that was loaded begins to remember places
 * in it although it has formats; from such a place on Yjs does not know which formats are on, takes the end of one for
 * needless, and the format spreads over all that follows. So this one begins at the start of the text.
 */
export function deleteText(text: Y.Text, at: number, count: number): void {
  const remembers = text._searchMarker !== null;
  text._searchMarker = null;
  try {
    text.delete(at, count);
  } finally {
    // What was remembered is not right any more.
    if (remembers && text._searchMarker === null) text._searchMarker = [];
  }
}
