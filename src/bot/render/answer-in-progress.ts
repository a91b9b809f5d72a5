import type { AnswerInProgress } from '../../answering/answer.ts';
import { italic, paragraph } from './block.ts';
import { button, type Message, renderMessages } from './message.ts';

/** An answer that is still being written: its verified claims so far, with a button that ends the writing. */
export function renderAnswerInProgress(questionId: string, { claims }: AnswerInProgress): Message {
  const written = claims.map(({ text, citations }) =>
    paragraph(text, citations.map((n) => `[${n}]`).join('')),
  );
  const state = claims.length === 0 ? '正在从报道里找答案……' : '正在往下写，每句都会先和原文核对……';
  const keyboard = [[button('⏹ 停下', { does: 'stop', questionId })]];
  const [first = { html: '', keyboard }] = renderMessages(
    [...written, paragraph(italic(state))],
    keyboard,
  );
  // What does not fit comes with the finished answer; the button must not wait for it.
  return { ...first, keyboard };
}
