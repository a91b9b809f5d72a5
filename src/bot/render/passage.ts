import type { Citation } from '../../answering/answer.ts';
import { bold, line, paragraph, quote } from './block.ts';
import { button, type Message, renderMessages } from './message.ts';
import { describeSource, titleOf } from './source.ts';

interface PassageView {
  readonly answerId: string;
  readonly citation: Citation;
  /** The passage with the cited sentence in it; undefined when the article is not there any more. */
  readonly passage: string | undefined;
}

/** The passage behind a citation, the cited sentence in bold. */
export function renderPassage({ answerId, citation, passage }: PassageView): readonly Message[] {
  const heading = [
    paragraph(bold(`[${citation.n}] ${titleOf(citation.title)}`)),
    line(describeSource(citation)),
  ];
  if (passage === undefined) {
    const gone = paragraph('这篇文章已经更新或移出资料库，这里只留下当时引用的原句。');
    return renderMessages([...heading, quote(bold(citation.quote)), gone]);
  }
  const start = passage.indexOf(citation.quote);
  const end = start + citation.quote.length;
  const text = quote(passage.slice(0, start), bold(citation.quote), passage.slice(end));
  const open = button('看全文', {
    does: 'open-article',
    answerId,
    from: 'citation',
    n: citation.n,
    page: 1,
  });
  return renderMessages([...heading, text], [[open]]);
}
