import type { Answer, Citation } from '../../answering/answer.ts';
import type { KeptAnswer } from '../../exchange/answers.ts';
import type { Vote } from '../../exchange/votes.ts';
import { type Block, bold, italic, line, paragraph } from './block.ts';
import { button, type Keyboard, type Message, renderMessages, shorten } from './message.ts';
import { describeSource, titleOf } from './source.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;

const nearestShown = 3;
// Two buttons stand side by side on a phone; longer labels are cut by Telegram without a mark.
const labelLength = 12;
const titleLength = 30;

/** An answer as the reader gets it: one message, more only when it is too long for one. */
export function renderAnswer(kept: KeptAnswer): readonly Message[] {
  const { answer } = kept;
  if (answer.kind === 'answered')
    return renderMessages(answeredBlocks(answer), answerKeyboard(kept));
  return renderMessages(otherBlocks(answer), nearestKeyboard(kept));
}

/** The buttons below an answer, with the reader's vote shown. */
export function answerKeyboard({ id, answer }: KeptAnswer, vote?: Vote): Keyboard {
  if (answer.kind !== 'answered') return [];
  const sources = answer.citations.map((citation) =>
    button(
      `[${citation.n}] ${shorten(citation.organisation ?? titleOf(citation.title), labelLength)}`,
      {
        does: 'show-passage',
        answerId: id,
        n: citation.n,
      },
    ),
  );
  const votes = [
    button(vote === 'up' ? '👍 已选' : '👍', { does: 'vote', answerId: id, vote: 'up' }),
    button(vote === 'down' ? '👎 已选' : '👎', { does: 'vote', answerId: id, vote: 'down' }),
  ];
  return [...inPairs(sources), votes];
}

function answeredBlocks({ claims, citations, notes }: Answered): readonly Block[] {
  const sources = Map.groupBy(citations, (citation) => citation.articleId);
  return [
    ...claims.map((claim) => paragraph(claim.text, claim.citations.map(mark).join(''))),
    ...notes.map((note) => paragraph(italic(note))),
    paragraph(bold('出处')),
    ...Array.from(sources.values(), sourceLine),
  ];
}

/** One line per article, with the marks of all passages cited from it. */
function sourceLine(citations: readonly Citation[]): Block {
  const [first] = citations;
  if (first === undefined) return line();
  const marks = citations.map((citation) => mark(citation.n)).join('');
  return line(`${marks} ${titleOf(first.title)} · ${describeSource(first)}`);
}

function otherBlocks({ notes, nearest, kind }: Answer): readonly Block[] {
  const said =
    notes.length > 0 || kind !== 'not-found' ? notes : ['没有找到能回答这个问题的文章。'];
  const blocks = said.map((note) => paragraph(note));
  if (nearest.length > 0) return [...blocks, paragraph('下面几篇内容相近，点标题看全文：')];
  if (kind !== 'not-found') return blocks;
  return [...blocks, paragraph('可以换个说法，或写上单位、做法、活动的名称再问一次。')];
}

function nearestKeyboard({ id, answer }: KeptAnswer): Keyboard {
  return answer.nearest.slice(0, nearestShown).map(({ title }, index) => [
    button(shorten(titleOf(title), titleLength), {
      does: 'open-article',
      answerId: id,
      from: 'nearest',
      n: index + 1,
      page: 1,
    }),
  ]);
}

function mark(n: number): string {
  return `[${n}]`;
}

function inPairs<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.flatMap((_, index) => (index % 2 === 0 ? [list.slice(index, index + 2)] : []));
}
