import { foldText } from '../../corpus/fold-text.ts';
import { organisationOf } from '../organisation.ts';
import type { ScoredCandidate } from './score-candidates.ts';

const mostFacts = 3;
const leastDetails = 2;
const mostArticles = 4;
const mostSentences = 5;
const mostDetails = 4;

// What a term is still worth in the second sentence that holds it.
const repeatedWorth = 0.7;
const leastShare = 0.25;
// Of the best practice: what agrees less is about something else.
const leastPractice = 0.45;

/** The fact first, then what adds to it: greedy coverage of the question's terms. */
export function selectFacts(
  scored: readonly ScoredCandidate[],
  scope: 'all' | 'one' = 'all',
): readonly ScoredCandidate[] {
  const chosen: ScoredCandidate[] = [];
  const covered = new Set<string>();
  const best = Math.max(...scored.map(({ score }) => score), 0);
  while (chosen.length < mostFacts) {
    const next = bestBy(
      scored.filter((one) => isNewText(one, chosen) && staysWith(chosen[0], one)),
      (one) => gainOf(one, covered),
    );
    const least = scope === 'one' && chosen.length < leastDetails ? 0 : best * leastShare;
    if (next === undefined || gainOf(next, covered) < least) break;
    chosen.push(next);
    for (const term of next.terms.keys()) covered.add(term);
  }
  return isCounted(chosen) ? chosen.toSorted(byPosition) : chosen;
}

/** 「第三味是……」: items of one list are told in its order. */
function isCounted(chosen: readonly ScoredCandidate[]): boolean {
  const articles = new Set(chosen.map(({ candidate }) => candidate.hit.article.id));
  const counted = chosen.filter(({ candidate }) => listItem.test(candidate.text));
  return articles.size === 1 && counted.length > 1;
}

const listItem =
  /^(?:第[一二三四五六七八九十]|其[一二三四五六]|[一二三四五六七八九]是|首先|其次|再次|最后|\d是)/u;

/** One or two sentences from each of several organisations, in the order they were found. */
export function selectPractices(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[] {
  const byOrganisation = Map.groupBy(
    scored.filter((one) => holdsWord(one) || one.candidate.rank === 0),
    ({ candidate }) => organisationOf(candidate.hit.article) ?? candidate.hit.article.id,
  );
  const best = Math.max(...scored.map(practiceScore), 0);
  const groups = [...byOrganisation.values()]
    .map((group) => group.toSorted((a, b) => practiceScore(b) - practiceScore(a)))
    .filter(([first]) => first !== undefined && practiceScore(first) >= best * leastPractice)
    .toSorted((a, b) => bestOf(b) - bestOf(a))
    .slice(0, mostArticles);
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const seconds = groups.flatMap((group) => group.slice(1, 2));
  const strong = seconds
    .filter(
      (one) =>
        holdsWord(one) && practiceScore(one) >= best * leastPractice && isNewText(one, firsts),
    )
    .toSorted((a, b) => practiceScore(b) - practiceScore(a))
    .slice(0, mostSentences - firsts.length);
  const kept = new Set([...firsts, ...strong]);
  return groups.flatMap((group) => group.filter((one) => kept.has(one)).toSorted(byPosition));
}

/** Single characters of a question stand in sentences about anything: 「管」 in 「管党治党」. */
function holdsWord({ terms }: ScoredCandidate): boolean {
  return [...terms.keys()].some((term) => term.length > 1);
}

/** What one article tells of how it was done, in its own order. */
export function selectDetails(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[] {
  const first = bestBy(scored, practiceScore)?.candidate.hit.article.id;
  return scored
    .filter(({ candidate }) => candidate.hit.article.id === first)
    .toSorted((a, b) => practiceScore(b) - practiceScore(a))
    .slice(0, mostDetails)
    .toSorted(byPosition);
}

// Beside the article that answers, another one must agree nearly as well.
const leastElsewhere = 0.6;

function staysWith(first: ScoredCandidate | undefined, one: ScoredCandidate): boolean {
  const isSame = first?.candidate.hit.article.id === one.candidate.hit.article.id;
  return first === undefined || isSame || one.score >= first.score * leastElsewhere;
}

const action =
  /开展|建立|组织|通过|推行|推出|打造|设立|成立|采取|落实|联合|邀请|实施|搭建|探索|创新|整合|走访|培训|签订|制定|定期|带领|发动|排查|结对|联系|提供|办理|解决|上门|召开|举办/gu;

/** A sentence that says what was done is worth more to someone who looks for a practice. */
function practiceScore({ candidate, score }: ScoredCandidate): number {
  const deeds = new Set(candidate.text.match(action) ?? []).size;
  const stands = candidate.text.length < shortestDeed || laterItem.test(candidate.text) ? 0.6 : 1;
  return score * stands * (0.8 + 0.1 * Math.min(deeds, 4));
}

// 「街道在“实”字上求突破。」 is a heading that became a sentence; 「第二是……」 wants the first.
const shortestDeed = 22;
const laterItem = /^(?:第[二三四五六七八九十]|其[二三四五六]|[二三四五六七八九]是|再次|最后)/u;

function bestOf(group: readonly ScoredCandidate[]): number {
  return group[0] === undefined ? 0 : practiceScore(group[0]);
}

function gainOf({ terms, score }: ScoredCandidate, covered: ReadonlySet<string>): number {
  const repeated = [...terms].filter(([term]) => covered.has(term));
  const worth = repeated.reduce((sum, [, value]) => sum + value, 0);
  return score - worth * (1 - repeatedWorth);
}

function byPosition(a: ScoredCandidate, b: ScoredCandidate): number {
  const first = a.candidate.passage.start + a.candidate.start;
  return first - (b.candidate.passage.start + b.candidate.start);
}

function isNewText({ candidate }: ScoredCandidate, chosen: readonly ScoredCandidate[]): boolean {
  return !chosen.some(({ candidate: other }) => isSameText(candidate.text, other.text));
}

/** Folding seldom changes a length, and costs more than all else here. */
function isSameText(left: string, right: string): boolean {
  return left.length === right.length && foldText(left) === foldText(right);
}

function bestBy<T>(values: readonly T[], worth: (value: T) => number): T | undefined {
  let best: T | undefined;
  for (const value of values) if (best === undefined || worth(value) > worth(best)) best = value;
  return best;
}
