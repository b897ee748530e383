/** Every fault that the harness tries. */
import { copiedWhileWriting } from './copied-while-writing.ts';
import { cutLog } from './cut-log.ts';
import type { Fault } from './fault.ts';
import { killedAtPoints } from './killed-at-points.ts';
import { killedInCheckpoints } from './killed-in-checkpoints.ts';
import { killedWhileTyping } from './killed-while-typing.ts';

export const faults: readonly Fault[] = [
  killedWhileTyping,
  killedAtPoints,
  killedInCheckpoints,
  copiedWhileWriting,
  cutLog,
];
