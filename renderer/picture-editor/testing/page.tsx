/** The picture editor by itself, for the tests in a browser: a record that no core keeps, and a picture that is served beside it. */
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import type { PhotoFacts } from '../../../shared/contract/desk-photos.ts';
import { noMetadata } from '../../../shared/photos/embedded.ts';
import type { PhotoPerson, PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { newRecordUpdate } from '../../../shared/photos/write-record.ts';
import { CommandProvider } from '../../app/commands.tsx';
import { startWords } from '../../app/words.ts';
import { type RecordLink, RecordSession } from '../../photo-records/record-session.ts';
import { PictureEditor } from '../picture-editor.tsx';

export type PictureTrial = {
  /** Opens a picture of this size in pixels. */
  open(size: { width: number; height: number }, people?: PhotoPerson[]): Promise<void>;
  record(): PhotoRecord;
  isClosed(): boolean;
};

declare global {
  interface Window {
    pictureTrial: PictureTrial;
  }
}

const page = createRoot(document.getElementById('page')!);
let session: RecordSession;
let isClosed = false;
let opened = 0;

function factsOf(sha256: string, size: { width: number; height: number }): PhotoFacts {
  return {
    row: {
      ...{ sha256, name: 'a.jpg', bytes: 1, format: 'jpeg', description: '', headline: '', credit: '', people: [] },
      ...{ dateCreated: null, addedAt: '2026-11-26T00:00:00Z', batch: '', rating: 0, label: null, lacks: [] },
      ...{ expires: null, shared: false, isHere: true, isWithheld: false, isEdited: false, uses: 0, alike: 0 },
      ...size,
    },
    ...{ iimCharset: null, uses: [], alike: [] },
  };
}

window.pictureTrial = {
  async open(size, people = []) {
    opened += 1;
    const sha256 = opened.toString(16).padStart(64, '0');
    const kept = new Y.Doc();
    Y.applyUpdate(kept, newRecordUpdate({ sha256, metadata: { ...noMetadata, people }, batch: '' }));
    const facts = factsOf(sha256, size);
    const link: RecordLink = {
      onEvent: () => () => {},
      onState: () => () => {},
      desk: {
        photoLibrary: {
          open: async () => ({ update: Y.encodeStateAsUpdate(kept), facts }),
          update: async ({ update }) => Y.applyUpdate(kept, update),
          facts: async () => facts,
        },
      },
    };
    session = await RecordSession.open(link, sha256, (error) => {
      throw error;
    });
    isClosed = false;
    page.render(
      <CommandProvider>
        <main>
          <h1 className="for-readers">a.jpg</h1>
          <PictureEditor
            key={sha256}
            session={session}
            onClose={() => {
              isClosed = true;
            }}
          />
        </main>
      </CommandProvider>,
    );
  },
  record: () => session.record(),
  isClosed: () => isClosed,
};

await startWords('vi');
document.body.dataset.ready = '';
