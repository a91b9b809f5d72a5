import { foldText } from '../corpus/fold-text.ts';
import { aboutThreshold, offThreshold } from '../retrieval/abstention.ts';
import type { Hit, LikelyEvidence, Saying } from '../retrieval/passage.ts';
import { readFigureAsked } from './extracts/figure-asked.ts';
import { treatsWhatIsLaidDown } from './laid-down.ts';
import { namedShare } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { findPersons } from './verify/names/find-persons.ts';

interface Judged {
  readonly question: string;
  readonly hits: readonly Hit[];
  readonly abstention: number;
  /** As of a search, undefined where the words agree. */
  readonly about?: LikelyEvidence | undefined;
  readonly sayings?: readonly Saying[] | undefined;
  readonly threshold: number;
  readonly kind: QuestionKind;
}

// The threshold is set for single facts. A practice told in other words, or an article whose
// organisation or slogan the question names, is worth showing at half of it (measured on the
// starter questions: outside ones stay below).
const lenient = 0.5;

// Of the questions that are not answered though the right article comes first, half reach it; of those about other things
// one in six.
const nearShare = 0.4;

/** Whether what was found is taken to answer the question. */
export function isWorthAnswering(judged: Judged): boolean {
  const { question, hits, abstention, about, threshold, kind, sayings } = judged;
  const [best] = hits;
  if (best === undefined) return false;
  if (kind.kind === 'practice' && !treatsWhatIsLaidDown(question, hits, sayings)) return false;
  if (isAbout(about) && mayBeTold(kind)) return true;
  if (kind.kind === 'practice' && about !== undefined && about.article < offThreshold)
    return abstention >= threshold;
  const isLenient =
    kind.kind === 'practice' || (!isExact(kind, question) && isNamed(question, best));
  return abstention >= (isLenient ? threshold * lenient : threshold);
}

/** The best passage is about what a question for a practice is likely about. */
export function isAbout(likely: LikelyEvidence | undefined): boolean {
  return likely !== undefined && likely.passage >= aboutThreshold;
}

/** The best hit may be about it: enough for naming its title. */
export function isNearlyAbout(likely: LikelyEvidence | undefined): boolean {
  return likely !== undefined && likely.article >= offThreshold * nearShare;
}

/** What is told by showing the article: a practice, or where it is. */
function mayBeTold(kind: QuestionKind): boolean {
  return kind.kind === 'practice' || (kind.kind === 'fact' && kind.wanted === 'place');
}

/** A date or a person is printed or it is not; so is a figure, but the claims are looked through for it. */
function isExact(kind: QuestionKind, question: string): boolean {
  if (kind.kind !== 'fact') return false;
  if (kind.wanted === 'number') return readFigureAsked(question) === undefined;
  return kind.wanted === 'time' || kind.wanted === 'person';
}

const quoted = /[“「『《"]([^“”「」『』《》"]{2,20})[”」』》"]/gu;

/** The question names the article's organisation, or a person or slogan that stands in it. */
function isNamed(question: string, { article }: Hit): boolean {
  if (namedShare(question, article) > 0) return true;
  const text = foldText(`${article.title}\n${article.body}`);
  if (findPersons(foldText(question)).some((name) => text.includes(name))) return true;
  return [...foldText(question).matchAll(quoted)].some(([, term = '']) => text.includes(term));
}
