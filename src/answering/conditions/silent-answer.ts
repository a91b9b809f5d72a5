import type { Answer } from '../answer.ts';

/** An answer to a message that is no question about the material: nothing but one sentence of our own. */
export function silentAnswer(question: string, note: string): Extract<Answer, { by: null }> {
  return {
    kind: 'chat',
    by: null,
    question,
    claims: [],
    citations: [],
    nearest: [],
    notes: [note],
    ms: { retrieve: 0, answer: 0, total: 0 },
  };
}
