import type { DraftClaim } from '../../../src/answering/draft-claim.ts';
import type { Evidence } from '../../../src/answering/verify/evidence.ts';
import { findByRules } from '../../../src/answering/verify/findings.ts';
import { type Fault, readDraft, verifyClaim } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

/** What is wrong with a claim that cites the whole body of an article of its own. */
export function judgeOf(claim: string, body: string): Fault['fault'] | undefined {
  return verifyClaim(draftOf(claim, body))?.fault;
}

/** The names of the rules that find something against such a claim. */
export function rulesAgainst(claim: string, body: string): readonly string[] {
  return findByRules(readDraft(draftOf(claim, body))).map(({ name }) => name);
}

/** Such a claim, or one that cites a quote of the body, as it is held against its evidence. */
export function read(claim: string, body: string, quote = body): readonly [string, Evidence] {
  const { claim: folded, evidence } = readDraft(draftOf(claim, body, quote));
  return [folded, evidence];
}

function draftOf(text: string, body: string, quote = body): DraftClaim {
  const article = makeArticle({ id: 'told', title: '题', organisations: [], body });
  return { text, quotes: splitArticle(article).map((passage) => ({ article, passage, quote })) };
}
