/** Why a document could not be read, before it is known by which name the person knows it (see `faultOf`). */

/** Not whole, or not what it seems to be. */
export class DamagedFile extends Error {}
/** A password stands before it. */
export class LockedFile extends Error {}
/** It would unpack to more than may be. */
export class OversizedFile extends Error {}
/** Pages without a letter, as scans are. */
export class WordlessFile extends Error {}
