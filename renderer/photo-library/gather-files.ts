/**
 * What was dropped, pasted or chosen, as batches of files to take in: each folder is one, by its name; single files are one of
 * the day. In folders only pictures are meant; what else lies there is counted by its kind and left alone.
 */
import { isPicture } from '../photos/is-picture.ts';

export type Batch = {
  name: string;
  files: File[] /** How many others there were, by their endings. */;
  passedOver: Map<string, number>;
};

const byName = new Intl.Collator('vi', { numeric: true });
/** What systems and cameras keep beside pictures. */
const HIDDEN = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;

/** `entries`: from webkitGetAsEntry, taken while the event is handled. `day`: the name of a batch of single files. */
export async function gatherEntries(entries: readonly FileSystemEntry[], day: string): Promise<Batch[]> {
  const single: File[] = [];
  const batches: Batch[] = [];
  for (const entry of entries) {
    if (isFile(entry)) single.push(await fileOf(entry));
    else if (isFolder(entry)) batches.push(batchOf(entry.name, await filesWithin(entry)));
  }
  return withContent([...batches, ofDay(day, single)]);
}

/** Files of a dialog: those of a folder say where they are from. */
export function gatherFiles(files: readonly File[], day: string): Batch[] {
  const folders = new Map<string, File[]>();
  const single: File[] = [];
  for (const file of files) {
    const [folder, ...rest] = file.webkitRelativePath.split('/');
    if (folder === undefined || rest.length === 0) single.push(file);
    else folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return withContent([...[...folders].map(([name, within]) => batchOf(name, within)), ofDay(day, single)]);
}

function batchOf(name: string, within: readonly File[]): Batch {
  const files: File[] = [];
  const passedOver = new Map<string, number>();
  for (const file of within) {
    const path = file.webkitRelativePath.split('/');
    if (HIDDEN.test(file.name) || path.some((part) => HIDDEN.test(part))) continue;
    if (isPicture(file)) files.push(file);
    else passedOver.set(endingOf(file.name), (passedOver.get(endingOf(file.name)) ?? 0) + 1);
  }
  return { name: tidyName(name), files: files.sort((a, b) => byName.compare(a.name, b.name)), passedOver };
}

/** Whoever takes files one by one means each of them: what is no picture is refused with its reason. */
function ofDay(day: string, files: readonly File[]): Batch {
  return { name: day, files: [...files], passedOver: new Map() };
}

const MOST_NAME = 200;
function tidyName(name: string): string {
  return name.normalize('NFC').trim().slice(0, MOST_NAME);
}

const withContent = (batches: readonly Batch[]): Batch[] =>
  batches.filter(({ files, passedOver }) => files.length > 0 || passedOver.size > 0);

/** `.CR2`; a name without an ending is its own. */
function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 ? name : name.slice(at).toUpperCase();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function filesWithin(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (HIDDEN.test(entry.name)) continue;
    if (isFile(entry)) files.push(await fileOf(entry));
    else if (isFolder(entry)) files.push(...(await filesWithin(entry)));
  }
  return files;
}

/** A folder tells its entries by the hundred, until it tells none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}
