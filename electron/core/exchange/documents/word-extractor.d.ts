/** The part of word-extractor that we use; it brings no types. */
declare module 'word-extractor' {
  type Options = { filterUnicode?: boolean };
  type WordDocument = {
    getBody(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    getAnnotations(options?: Options): string;
  };
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}
