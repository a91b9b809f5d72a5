import type { Answer, Citation, NearestArticle } from '../../answering/answer.ts';
import { isDegradedNote } from '../../answering/degraded-note.ts';
import type { KeptAnswer } from '../../exchange/answers.ts';
import type { Vote } from '../../exchange/votes.ts';
import { type Block, bold, italic, line, paragraph } from './block.ts';
import { inPairs } from './choice-page.ts';
import { button, type Keyboard, type Message, renderMessages, shorten } from './message.ts';
import { describeSource, shortName, titleOf } from './source.ts';

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
  return renderMessages(otherBlocks(answer), [...nearestKeyboard(kept), ...filterKeyboard(kept)]);
}

/** The buttons below an answer, one per source, with the reader's vote shown. */
export function answerKeyboard({ id, answer }: KeptAnswer, vote?: Vote): Keyboard {
  if (answer.kind !== 'answered') return [];
  const sources = sourcesOf(answer).map(({ first, marks }) =>
    button(`${marks} ${labelOf(first)}`, { does: 'show-passage', answerId: id, n: first.n }),
  );
  const votes = [
    button(vote === 'up' ? '👍 已选' : '👍', { does: 'vote', answerId: id, vote: 'up' }),
    button(vote === 'down' ? '👎 已选' : '👎', { does: 'vote', answerId: id, vote: 'down' }),
  ];
  const more = button('换一批', { does: 'ask-more', answerId: id });
  return [
    ...inPairs(sources),
    compareRow(id, answer),
    ...filterKeyboard({ id, answer }),
    [...votes, more],
  ];
}

/** The articles an answer cites, in the order of their first citation. */
export function citedArticles({ citations }: Answer): readonly string[] {
  return [...new Set(citations.map(({ articleId }) => articleId))];
}

function compareRow(answerId: string, answer: Answered) {
  const label = citedArticles(answer).length > 1 ? '对比' : '做法卡片';
  return [button(label, { does: 'compare', answerId })];
}

/** What the answer was narrowed to: pressing a condition takes it away. */
function filterKeyboard({ id, answer }: Pick<KeptAnswer, 'id' | 'answer'>): Keyboard {
  const buttons = (answer.filters ?? []).map(({ label }, at) =>
    button(`✕ 只看${shorten(label, labelLength)}`, {
      does: 'drop-filter',
      answerId: id,
      n: at + 1,
    }),
  );
  return inPairs(buttons);
}

function answeredBlocks(answer: Answered): readonly Block[] {
  const sources = sourcesOf(answer).map(({ first, marks }) =>
    line(`${marks} ${titleOf(first.title)} · ${describeSource(first)}`),
  );
  const before = answer.notes.filter(isDegradedNote);
  const behind = answer.notes.filter((note) => !before.includes(note));
  return [
    ...before.map((note) => paragraph(italic(note))),
    ...answer.claims.map(({ text, citations }) => paragraph(text, citations.map(mark).join(''))),
    ...behind.map((note) => paragraph(italic(note))),
    paragraph(bold('出处')),
    ...sources,
  ];
}

interface CitedSource {
  readonly first: Citation;
  /** The numbers of all citations from it: `[1][3]`. */
  readonly marks: string;
}

/** The articles cited, in the order of their first citation. */
function sourcesOf({ citations }: Answered): readonly CitedSource[] {
  const byArticle = Map.groupBy(citations, (citation) => citation.articleId);
  return Array.from(byArticle.values()).flatMap((cited) => {
    const [first] = cited;
    return first === undefined ? [] : [{ first, marks: cited.map(({ n }) => mark(n)).join('') }];
  });
}

function labelOf({ organisation, title }: Citation): string {
  return shorten(organisation === null ? titleOf(title) : shortName(organisation), labelLength);
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
  return answer.nearest.slice(0, nearestShown).map((article, index) => [
    button(shorten(nameOf(article), titleLength), {
      does: 'open-article',
      answerId: id,
      from: 'nearest',
      n: index + 1,
      page: 1,
    }),
  ]);
}

/** The title; of an article that prints none, whose it is. */
function nameOf({ title, organisation }: NearestArticle): string {
  return title === null && organisation !== undefined
    ? `${shortName(organisation)}${titleOf(null)}`
    : titleOf(title);
}

function mark(n: number): string {
  return `[${n}]`;
}
