import type { Hit } from '../retrieval/passage.ts';
import { splitArticle } from '../retrieval/split-passages.ts';
import { type Candidate, cutCandidates } from './candidate.ts';
import type { DraftClaim } from './draft-claim.ts';
import { namesOrganisation, organisationOf } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { questionTerms } from './question-terms.ts';
import { type ScoredCandidate, scoreCandidates } from './score-candidates.ts';
import { selectDetails, selectFacts, selectPractices } from './select-candidates.ts';
import { leansBackwards, standAlone } from './stand-alone.ts';

export interface ExtractOptions {
  readonly kind: QuestionKind;
  /** The hits are the one article the question is about: details of it, not one sentence of each. */
  readonly scope?: 'all' | 'one';
}

/** Sentences of the hits that answer the question, verbatim behind a lead-in; none when none does. */
export function extractClaims(
  question: string,
  hits: readonly Hit[],
  { kind, scope = 'all' }: ExtractOptions,
): readonly DraftClaim[] {
  const candidates = hits.flatMap((hit, rank) =>
    splitArticle(hit.article).flatMap((passage) => cutCandidates({ hit, rank }, passage)),
  );
  const scored = scoreCandidates(candidates.filter(canStand), {
    terms: questionTerms(question),
    wanted: kind.kind === 'fact' ? kind.wanted : 'anything',
    question,
  });
  if (kind.kind !== 'practice') return withLeadIns(selectFacts(scored));
  const isAboutOne = scope === 'one' || (hits[0] !== undefined && asksAbout(question, hits[0]));
  return withLeadIns(isAboutOne ? selectDetails(scored) : selectPractices(scored));
}

// Shorter pieces are headings, lone credits or numbers.
const shortestCandidate = 8;

function canStand({ text }: Candidate): boolean {
  return text.length >= shortestCandidate && /\p{L}/u.test(text);
}

function asksAbout(question: string, { article }: Hit): boolean {
  const organisation = organisationOf(article);
  return organisation !== null && namesOrganisation(question, organisation);
}

function withLeadIns(chosen: readonly ScoredCandidate[]): readonly DraftClaim[] {
  let previous = '';
  return chosen.map(({ candidate }) => {
    const { hit, passage } = candidate;
    const { text, start } = standAlone(candidate);
    const organisation = organisationOf(hit.article);
    const isNew = hit.article.id !== previous || leansBackwards(text);
    previous = hit.article.id;
    const needsLeadIn =
      organisation !== null && isNew && !namesOrganisation(text.slice(0, 40), organisation);
    const sentence = text.replace(/[；;，,：:]$/u, '。');
    return {
      text: needsLeadIn ? `${organisation}：${sentence}` : sentence,
      quotes: [
        { article: hit.article, passage, quote: passage.text.slice(start, start + text.length) },
      ],
    };
  });
}
