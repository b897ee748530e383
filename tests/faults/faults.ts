/** Every fault that the harness tries on this system. */
import { copiedWhileWriting } from './copied-while-writing.ts';
import { cutLog } from './cut-log.ts';
import type { Fault } from './fault.ts';
import { flippedBytes } from './flipped-bytes.ts';
import { fullDisk } from './full-disk.ts';
import { killedAtPoints } from './killed-at-points.ts';
import { killedInCare } from './killed-in-care.ts';
import { killedInCheckpoints } from './killed-in-checkpoints.ts';
import { killedWhileTyping } from './killed-while-typing.ts';
import { newerVersion } from './newer-version.ts';
import { readOnlyFolder } from './read-only-folder.ts';
import { secondInstance } from './second-instance.ts';

const all: readonly Fault[] = [
  killedWhileTyping,
  killedAtPoints,
  killedInCheckpoints,
  killedInCare,
  copiedWhileWriting,
  cutLog,
  fullDisk,
  readOnlyFolder,
  secondInstance,
  newerVersion,
  flippedBytes,
];

export const faults = all.filter(({ needsLinux }) => !needsLinux || process.platform === 'linux');
