import { type Fault, verifyClaim } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

/** What is wrong with a claim that cites the whole body of an article of its own. */
export function judgeOf(claim: string, body: string): Fault['fault'] | undefined {
  const article = makeArticle({ id: 'told', title: '题', organisations: [], body });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: body }));
  return verifyClaim({ text: claim, quotes })?.fault;
}
