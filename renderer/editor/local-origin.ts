/** The origin of every edit that is made in this page; undo takes back these and no others. */
export const LOCAL_ORIGIN = Object.freeze({ page: 'local' });

/** The origin of what others wrote. Always given: without an origin an edit would become undoable. */
export const REMOTE_ORIGIN = Object.freeze({ page: 'remote' });
