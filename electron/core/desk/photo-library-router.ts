/** The photo library's part of the desk's router (shared/contract/desk-photos.ts). */
import { editsOfEach } from '../photos/edits-of.ts';
import { type DeskOf, deskOs } from './router-base.ts';

export function photoLibraryRouter(deskOf: DeskOf) {
  const os = deskOs.photoLibrary;
  return {
    takeIn: os.takeIn.handler(({ input: { file, name, batch }, context, signal }) =>
      deskOf(context).photoIntake.takeIn(file, { name, batch, signal }),
    ),
    discard: os.discard.handler(({ input, context }) => deskOf(context).photoIntake.discard(input.sha256s)),
    list: os.list.handler(({ input, context }) => deskOf(context).photoLibrary.list(input)),
    ids: os.ids.handler(({ input, context }) => ({ sha256s: deskOf(context).photoLibrary.ids(input) })),
    overview: os.overview.handler(({ context }) => deskOf(context).photoLibrary.overview()),
    facts: os.facts.handler(({ input, context }) => deskOf(context).photoLibrary.facts(input.sha256)),
    open: os.open.handler(async ({ input, context }) => {
      const { photoRecords, photoLibrary } = deskOf(context);
      const update = await photoRecords.open(input.sha256);
      return { update: new Uint8Array(update), facts: photoLibrary.facts(input.sha256) };
    }),
    update: os.update.handler(({ input, context }) =>
      deskOf(context).photoRecords.update(input.sha256, input.update, context.client),
    ),
    record: os.record.handler(({ input, context }) => deskOf(context).photoRecords.record(input.sha256)),
    edits: os.edits.handler(({ input, context }) => ({
      edits: editsOfEach(deskOf(context).articles, input.sha256s),
    })),
    change: os.change.handler(({ input, context }) => deskOf(context).photoRecords.change(input.deeds)),
    copy: os.copy.handler(({ input, context }) => deskOf(context).photoRecords.copy(input)),
    findWords: os.findWords.handler(({ input, context, signal }) =>
      deskOf(context).photoWords.find(input.sha256s, input, signal),
    ),
    replaceWords: os.replaceWords.handler(({ input, context }) => deskOf(context).photoWords.replace(input.hits)),
    people: os.people.handler(({ input, context }) => ({ people: deskOf(context).photoLibrary.people(input) })),
    office: os.office.handler(({ context }) => deskOf(context).photoOffice.get()),
    changeOffice: os.changeOffice.handler(({ input, context }) => deskOf(context).photoOffice.change(input)),
    export: os.export.handler(({ input, context, signal }) => deskOf(context).photoExports.files(input, signal)),
    contactSheet: os.contactSheet.handler(({ input, context }) => deskOf(context).photoExports.contactSheet(input)),
  };
}
