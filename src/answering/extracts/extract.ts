import type { Hit, Passage, Saying } from '../../retrieval/passage.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { withLeadIn } from '../lead-in.ts';
import { holdsLinkOrMarkup } from '../links-and-markup.ts';
import type { QuestionKind } from '../question-kind.ts';
import { withoutRepeats } from '../without-repeats.ts';
import { ofTheOneAsked } from './asked-of.ts';
import { type Candidate, cutCandidates, joinParted } from './candidate.ts';
import { questionTerms } from './question-terms.ts';
import { type ScoredCandidate, scoreCandidates } from './score-candidates.ts';
import { selectDetails, selectFacts, selectPractices } from './select-candidates.ts';

interface ExtractOptions {
  readonly kind: QuestionKind;
  /** The hits are the one article the question is about: details of it, not one sentence of each. */
  readonly scope?: 'all' | 'one';
  /** What is likely asked, with the ways to say it. */
  readonly sayings?: readonly Saying[] | undefined;
}

/** Sentences of the hits that answer the question, verbatim behind a lead-in; none when none does. */
export function extractClaims(
  question: string,
  hits: readonly Hit[],
  { kind, scope = 'all', sayings = [] }: ExtractOptions,
): readonly DraftClaim[] {
  const candidates = hits.flatMap((hit, rank) =>
    joinParted(passagesOf(hit, rank).flatMap((passage) => cutCandidates({ hit, rank }, passage))),
  );
  const isComparison = kind.kind === 'practice' && scope === 'all';
  const scored = scoreCandidates(ofTheOneAsked(question, kind, candidates.filter(canStand)), {
    terms: questionTerms(question),
    sayings,
    wanted: kind.kind === 'fact' ? kind.wanted : 'anything',
    question,
    topicShare: isComparison ? 1 : topicShare,
    foundShare: isComparison ? foundShare.practices : foundShare.facts,
  });
  if (kind.kind !== 'practice') return withLeadIns(selectFacts(scored, scope));
  return withLeadIns(scope === 'one' ? selectDetails(scored) : selectPractices(scored));
}

// What the best article is about has already found it; within it, the other words tell the sentence.
const topicShare = 0.25;
// An everyday question is found by what it means: its own words stand in other sentences by chance.
const foundShare = { practices: 1, facts: 0.5 } as const;

// Of the best hits the whole article is read, of the others the passage that was found.
const readWhole = 4;

function passagesOf(hit: Hit, rank: number): readonly Passage[] {
  return rank < readWhole ? splitArticle(hit.article) : [hit.passage];
}

// Shorter pieces are headings, lone credits or numbers.
const shortestCandidate = 8;

function canStand({ text }: Candidate): boolean {
  return text.length >= shortestCandidate && /\p{L}/u.test(text) && !holdsLinkOrMarkup(text);
}

function withLeadIns(chosen: readonly ScoredCandidate[]): readonly DraftClaim[] {
  let previous: string | undefined;
  const shown = withoutRepeats(chosen.map(({ candidate }) => candidate));
  return shown.map(({ candidate: { hit, rest }, passage, start, end }) => {
    const { article } = hit;
    const quote = passage.text.slice(start, end);
    const said = `${quote}${rest?.text ?? ''}`.replace(/[；;，,：:]$/u, '。');
    const text = withLeadIn({ article, passage, quote, said, previous });
    previous = article.id;
    return {
      text,
      quotes: [
        { article, passage, quote },
        ...(rest === undefined ? [] : [{ article, passage: rest.passage, quote: rest.text }]),
      ],
    };
  });
}
