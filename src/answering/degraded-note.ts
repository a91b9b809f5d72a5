import type { WritingFault } from './write-answer.ts';

/** Said of an answer that keeps what was written before its reader stopped the model. */
export const stoppedNote = '已按您的要求停下，以上是停下前写好并核对过的部分。';

const excerptsFollow = '以下为原文摘录';

// The same mark first, so that it is known again; then why, where that helps a reader.
const otherNotes: Partial<Record<WritingFault, string>> = {
  unverified: `模型暂不可用，${excerptsFollow}（模型写的话没能在原文里逐句核实，没有采用）。`,
  'over-budget': `模型暂不可用，${excerptsFollow}（今天的模型用量已到上限）。`,
  stopped: `已按您的要求停下，${excerptsFollow}。`,
};

/** What a reader is told when an answer is extractive because the model gave none. */
export function degradedNote(fault: WritingFault): string {
  return otherNotes[fault] ?? `模型暂不可用，${excerptsFollow}。`;
}

/** Whether a note says what the claims are: then it stands before them. */
export function isDegradedNote(note: string): boolean {
  return note.includes(excerptsFollow);
}
