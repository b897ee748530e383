/** The desk contract (shared/contract/desk.ts) over the workstation: what each page's line to the core is answered with. */
import type { DeskEvent } from '../../../shared/contract/desk.ts';
import { MAX_FILE_BYTES } from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { checkImportSize } from '../exchange/import-limits.ts';
import { checkSize } from '../files/check-size.ts';
import { infoAsKnown } from '../photos/info-as-known.ts';
import type { Desk, DeskNotice } from './desk.ts';
import { NoticeQueue } from './notice-queue.ts';
import { photoLibraryRouter } from './photo-library-router.ts';
import { bytesOf, type DeskOf, deskOs, type PageLine } from './router-base.ts';
import type { Workstation } from './workstation.ts';

export function makeDeskRouter(workstation: Workstation) {
  const os = deskOs;

  /** The desk that each page has begun to work at. A context of oRPC is copied on its way, so it is not kept there. */
  const seats = new Map<string, Desk>();

  /** The page's desk. After another person took the seat, the pages of the one before reach nothing any more. */
  const deskOf: DeskOf = ({ client }) => {
    const desk = workstation.desk();
    const seat = seats.get(client) ?? desk;
    seats.set(client, seat);
    if (seat !== desk) throw new AppError('desk-unreachable');
    return desk;
  };

  /** The page that asked for another desk works at that one from now on. */
  const newSeat = async <T>({ client }: PageLine, changed: Promise<T>): Promise<T> => {
    const state = await changed;
    const desk = workstation.findDesk();
    if (desk === null) seats.delete(client);
    else seats.set(client, desk);
    return state;
  };

  /** The page goes on at the same desk, which was opened anew, whatever came of the work on its files. */
  const seatAnew = async <T>({ client }: PageLine, worked: Promise<T>): Promise<T> => {
    try {
      return await worked;
    } finally {
      const desk = workstation.findDesk();
      if (desk === null) seats.delete(client);
      else seats.set(client, desk);
    }
  };

  return os.router({
    workstation: {
      state: os.workstation.state.handler(() => workstation.settledState()),
      setLanguage: os.workstation.setLanguage.handler(({ input }) => workstation.setLanguage(input.language)),
      join: os.workstation.join.handler(({ input, context }) => newSeat(context, workstation.join(input))),
      startLocal: os.workstation.startLocal.handler(({ input, context }) =>
        newSeat(context, workstation.startLocal(input.name)),
      ),
      openSample: os.workstation.openSample.handler(({ context }) => newSeat(context, workstation.openSample())),
      switchPerson: os.workstation.switchPerson.handler(({ input, context }) =>
        newSeat(context, workstation.switchPerson(input.personId)),
      ),
    },
    library: {
      list: os.library.list.handler(({ input, context }) => deskOf(context).list(input)),
      overview: os.library.overview.handler(({ context }) => deskOf(context).overview()),
      ids: os.library.ids.handler(({ input, context }) => ({ ids: deskOf(context).listIds(input) })),
      names: os.library.names.handler(({ input, context }) => ({ names: deskOf(context).names(input) })),
      search: os.library.search.handler(({ input, context }) =>
        deskOf(context).search(input.query, input.limit, input.order),
      ),
      similar: os.library.similar.handler(({ input, context }) => ({
        hits: deskOf(context).similar(input.id, input.limit),
      })),
      bulk: os.library.bulk.handler(({ input, context }) => deskOf(context).bulk(input.ids, input.deed)),
      savedSearches: os.library.savedSearches.handler(({ context }) => deskOf(context).savedSearches()),
      saveSearch: os.library.saveSearch.handler(({ input, context }) => deskOf(context).saveSearch(input)),
      forgetSearch: os.library.forgetSearch.handler(({ input, context }) => deskOf(context).forgetSearch(input.id)),
    },
    articles: {
      create: os.articles.create.handler(({ context }) => ({ id: deskOf(context).createArticle() })),
      open: os.articles.open.handler(({ input, context }) => {
        const desk = deskOf(context);
        const update = new Uint8Array(desk.articles.state(input.id));
        return { update, state: desk.workflow.state(input.id) };
      }),
      update: os.articles.update.handler(({ input, context }) =>
        deskOf(context).articles.applyLocal(input.id, input.update, context.client),
      ),
      state: os.articles.state.handler(({ input, context }) => deskOf(context).workflow.state(input.id)),
      document: os.articles.document.handler(({ input, context }) => {
        const { articles } = deskOf(context);
        return input.revision === undefined ? articles.document(input.id) : articles.revision(input.id, input.revision);
      }),
      changes: os.articles.changes.handler(({ input, context }) => deskOf(context).changes(input.id)),
      act: os.articles.act.handler(({ input, context }) => deskOf(context).act(input)),
    },
    exports: {
      make: os.exports.make.handler(({ input, context }) => deskOf(context).exports.make(input.id, input)),
      archive: os.exports.archive.handler(({ input, context }) => deskOf(context).exports.archive(input.ids, input)),
    },
    imports: {
      preview: os.imports.preview.handler(async ({ input, context, signal }) => {
        const { imports } = deskOf(context);
        checkImportSize(input.file.size, input.name);
        return imports.preview(await bytesOf(input.file), input.name, {
          encoding: input.encoding,
          signal,
          client: context.client,
        });
      }),
      picture: os.imports.picture.handler(({ input, context }) => ({
        jpeg: new Uint8Array(deskOf(context).imports.picture(input.draft, input.sha256)),
      })),
      confirm: os.imports.confirm.handler(async ({ input, context }) => ({
        id: await deskOf(context).imports.confirm(input.preview),
      })),
      discard: os.imports.discard.handler(({ input, context }) => {
        deskOf(context).imports.discard(input.draft);
        return {};
      }),
    },
    photos: {
      add: os.photos.add.handler(async ({ input, context, signal }) => {
        const { photos, articles } = deskOf(context);
        return infoAsKnown(articles, await photos.add(input.file, input.name, signal));
      }),
      info: os.photos.info.handler(({ input, context }) => deskOf(context).photos.info(input.sha256)),
    },
    photoLibrary: photoLibraryRouter(deskOf),
    files: {
      add: os.files.add.handler(async ({ input, context }) => {
        const { files } = deskOf(context);
        checkSize('attachment-too-large', { file: input.name, bytes: input.file.size, limit: MAX_FILE_BYTES });
        return files.add(await bytesOf(input.file), input.name);
      }),
      info: os.files.info.handler(({ input, context }) => {
        const { files } = deskOf(context);
        return { files: input.sha256s.map((sha256) => files.info(sha256)) };
      }),
    },
    references: {
      lost: os.references.lost.handler(({ input, context }) => deskOf(context).workflow.lost(input)),
    },
    tools: {
      passages: os.tools.passages.handler(({ input, context }) => deskOf(context).passages(input.ids)),
      replace: os.tools.replace.handler(({ input, context }) => deskOf(context).replaceInArticles(input.articles)),
    },
    lists: {
      get: os.lists.get.handler(({ context }) => deskOf(context).lists.get()),
      change: os.lists.change.handler(({ input, context }) => deskOf(context).lists.change(input)),
    },
    sync: {
      now: os.sync.now.handler(async ({ context }) => {
        const desk = deskOf(context);
        await desk.sync.now();
        return desk.status();
      }),
      dismiss: os.sync.dismiss.handler(({ input, context }) => {
        const desk = deskOf(context);
        desk.sync.dismiss(input.id);
        return desk.status();
      }),
    },
    backups: {
      // Those of a damaged desk as well, which no page can sit at.
      list: os.backups.list.handler(() => workstation.backups()),
      make: os.backups.make.handler(({ context }) => deskOf(context).backups.make('manual')),
      configure: os.backups.configure.handler(({ input, context }) => deskOf(context).backups.configure(input)),
      restore: os.backups.restore.handler(({ input, context }) => seatAnew(context, workstation.restore(input.name))),
    },
    recovery: {
      mend: os.recovery.mend.handler(({ context }) => seatAnew(context, workstation.mend())),
    },
    status: os.status.handler(({ context }) => deskOf(context).status()),
    events: os.events.handler(async function* ({ context, signal }): AsyncGenerator<DeskEvent> {
      const queue = new NoticeQueue(context.client, signal);
      const stop = workstation.on((notice: DeskNotice) => queue.add(notice));
      try {
        for (;;) {
          const event = await queue.next();
          if (event === null) return;
          yield event;
        }
      } finally {
        stop();
        seats.get(context.client)?.imports.forget(context.client);
        seats.delete(context.client);
      }
    }),
  });
}
