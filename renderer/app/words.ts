/**
 * The page's words, Vietnamese and English: one JSON file a room and language in resources/locales. Keys are checked by
 * the compiler against the Vietnamese files, and a test holds both languages to the same keys.
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import enApp from '../../resources/locales/en/app.json';
import enArticle from '../../resources/locales/en/article.json';
import enBackups from '../../resources/locales/en/backups.json';
import enBlocks from '../../resources/locales/en/blocks.json';
import enCaptionDesk from '../../resources/locales/en/captionDesk.json';
import enExports from '../../resources/locales/en/exports.json';
import enImport from '../../resources/locales/en/import.json';
import enKinds from '../../resources/locales/en/kinds.json';
import enLibrary from '../../resources/locales/en/library.json';
import enPaste from '../../resources/locales/en/paste.json';
import enPhotoLibrary from '../../resources/locales/en/photoLibrary.json';
import enPhotos from '../../resources/locales/en/photos.json';
import enPictureEditor from '../../resources/locales/en/pictureEditor.json';
import enReview from '../../resources/locales/en/review.json';
import enSpelling from '../../resources/locales/en/spelling.json';
import enTables from '../../resources/locales/en/tables.json';
import enTools from '../../resources/locales/en/tools.json';
import enWriting from '../../resources/locales/en/writing.json';
import viApp from '../../resources/locales/vi/app.json';
import viArticle from '../../resources/locales/vi/article.json';
import viBackups from '../../resources/locales/vi/backups.json';
import viBlocks from '../../resources/locales/vi/blocks.json';
import viCaptionDesk from '../../resources/locales/vi/captionDesk.json';
import viExports from '../../resources/locales/vi/exports.json';
import viImport from '../../resources/locales/vi/import.json';
import viKinds from '../../resources/locales/vi/kinds.json';
import viLibrary from '../../resources/locales/vi/library.json';
import viPaste from '../../resources/locales/vi/paste.json';
import viPhotoLibrary from '../../resources/locales/vi/photoLibrary.json';
import viPhotos from '../../resources/locales/vi/photos.json';
import viPictureEditor from '../../resources/locales/vi/pictureEditor.json';
import viReview from '../../resources/locales/vi/review.json';
import viSpelling from '../../resources/locales/vi/spelling.json';
import viTables from '../../resources/locales/vi/tables.json';
import viTools from '../../resources/locales/vi/tools.json';
import viWriting from '../../resources/locales/vi/writing.json';
import type { Language } from '../../shared/errors/codes.ts';

const vi = {
  app: viApp,
  library: viLibrary,
  import: viImport,
  exports: viExports,
  article: viArticle,
  paste: viPaste,
  photoLibrary: viPhotoLibrary,
  photos: viPhotos,
  pictureEditor: viPictureEditor,
  review: viReview,
  backups: viBackups,
  blocks: viBlocks,
  captionDesk: viCaptionDesk,
  kinds: viKinds,
  spelling: viSpelling,
  tables: viTables,
  tools: viTools,
  writing: viWriting,
};
const en = {
  app: enApp,
  library: enLibrary,
  import: enImport,
  exports: enExports,
  article: enArticle,
  paste: enPaste,
  photoLibrary: enPhotoLibrary,
  photos: enPhotos,
  pictureEditor: enPictureEditor,
  review: enReview,
  backups: enBackups,
  blocks: enBlocks,
  captionDesk: enCaptionDesk,
  kinds: enKinds,
  spelling: enSpelling,
  tables: enTables,
  tools: enTools,
  writing: enWriting,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof vi;
  }
}

export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'app',
    resources: { vi, en },
    interpolation: { escapeValue: false },
    // Everything is bundled: the first paint is in the right language already.
    initAsync: false,
  });
  document.documentElement.lang = language;
}

export async function setWords(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'vi';
}
