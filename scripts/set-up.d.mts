/** The folder of the source tree. */
export const root: string;
/** Builds out/ where its sources are not those it was built from. Throws where the build fails. */
export function build(node: string): Promise<void>;
/** Where what can be made again is kept. */
export const cache: string;
