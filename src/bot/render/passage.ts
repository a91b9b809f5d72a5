import type { Citation } from '../../answering/answer.ts';
import type { Article } from '../../corpus/article.ts';
import { type Block, bold, line, paragraph, quote } from './block.ts';
import type { ButtonData } from './button-data.ts';
import { findCitedPassages } from './cited-passages.ts';
import { button, type Message, renderMessages } from './message.ts';
import { describeSource, titleOf } from './source.ts';

interface SourceView {
  /** All citations of one article. */
  readonly citations: readonly [Citation, ...Citation[]];
  /** What the button to the whole article does. */
  readonly open: ButtonData;
  /** Undefined when it is not there any more. */
  readonly article: Article | undefined;
}

/** The passages an answer cites from one article, foldable, the cited sentences in bold. */
export function renderPassages({ citations, article, open }: SourceView): readonly Message[] {
  const [first] = citations;
  const marks = citations.map(({ n }) => `[${n}]`).join('');
  const heading = [
    paragraph(bold(`${marks} ${titleOf(first.title)}`)),
    line(describeSource(first)),
  ];
  if (article === undefined) {
    const quotes = citations.map((citation) => citation.quote);
    return renderMessages([...heading, ...lostBlocks(quotes, '这篇文章已经移出资料库')]);
  }
  const { passages, lost } = findCitedPassages(article, citations);
  const blocks = [
    ...passages.map((spans) => quote(...spans)),
    ...lostBlocks(lost, '这篇文章后来改动过'),
  ];
  return renderMessages([...heading, ...blocks], [[button('看全文', open)]]);
}

/** Opens the article that an answer cites as its n-th. */
export function openCited(answerId: string, n: number): ButtonData {
  return { does: 'open-article', answerId, from: 'citation', n, page: 1 };
}

function lostBlocks(quotes: readonly string[], reason: string): readonly Block[] {
  if (quotes.length === 0) return [];
  const words = paragraph(`${reason}，当时引用的是：`);
  return [words, ...quotes.map((text) => quote(bold(text)))];
}
