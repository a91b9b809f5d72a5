import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';

/** Says one turn after another in one conversation; the answers, one a turn. */
export function converseWith(ask: AnswerQuestion) {
  return async (...turns: readonly string[]): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const turn of turns) answers.push(await ask(turn, { history: [...answers] }));
    return answers;
  };
}
