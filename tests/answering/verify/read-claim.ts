import type { Evidence } from '../../../src/answering/verify/evidence.ts';
import { readDraft } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

/** A claim as it is held against an article of its own, of which it cites the whole or a quote. */
export function read(claim: string, body: string, quote = body): readonly [string, Evidence] {
  const article = makeArticle({ id: 'read', title: '题', organisations: [], body });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote }));
  const { claim: folded, evidence } = readDraft({ text: claim, quotes });
  return [folded, evidence];
}
