import type { Answer, AnswerQuestion } from '../answer.ts';
import { continuedNote } from '../notes.ts';

// Clients cut a text above 4,096 characters in several messages, at a line break behind the half of it if there is one.
const shortestPart = 2000;

/** Says once what several parts of one long text come to: the answer to a later part only when it is another one. */
export function answerContinued(answerQuestion: AnswerQuestion): AnswerQuestion {
  return async (message, options = {}) => {
    const answer = await answerQuestion(message, options);
    const before = options.history?.at(-1);
    const goesOn = before !== undefined && before.question.length >= shortestPart;
    if (!goesOn || !saysTheSame(answer, before)) return answer;
    const { question, ms } = answer;
    const nothing = { claims: [], citations: [], nearest: [] } as const;
    return { kind: 'chat', by: null, question, ...nothing, notes: [continuedNote], ms };
  };
}

function saysTheSame(one: Answer, other: Answer): boolean {
  const said = ({ kind, claims, nearest }: Answer) =>
    [kind, ...claims.map(({ text }) => text), ...nearest.map(({ articleId }) => articleId)].join(
      '\n',
    );
  return one.kind !== 'chat' && said(one) === said(other);
}
