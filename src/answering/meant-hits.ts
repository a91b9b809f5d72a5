import type { Hit, SearchPassages, SearchResult } from '../retrieval/passage.ts';
import { isAbout } from './answerable.ts';
import { aboutFocus, focusPairs, focusShare } from './focus.ts';
import { namedShare } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { withoutPractices } from './same-practice.ts';

// A named organisation further down only shares its place with the question.
const namedReach = 3;

/** The hits whose organisation the question names most fully, when one of the best is among them. */
export function mostNamed(question: string, hits: readonly Hit[]): readonly Hit[] {
  const shares = hits.map(({ article }) => namedShare(question, article));
  const most = Math.max(0, ...shares);
  const first = shares.indexOf(most);
  const isFar = (hits[first]?.score ?? 0) < (hits[0]?.score ?? 0) * leastBeside;
  const isMeant = most > 0 && first < namedReach && !isFar;
  return isMeant ? hits.filter((_, at) => shares[at] === most) : [];
}

/** Of a practice, the hits that are about what is asked, and with them, or where the search is sure, the best one. */
export function aboutAsked(
  question: string,
  { hits, abstention, about: likely }: SearchResult,
  { kind, threshold }: { readonly kind: QuestionKind; readonly threshold: number },
): readonly Hit[] {
  if (kind.kind !== 'practice') return hits;
  const isSure = abstention >= threshold || isAbout(likely);
  const about = new Set(aboutFocus(question, hits, { isSure }));
  const best = hits[0]?.score ?? 0;
  // Its words agree, but with what is asked about only others do.
  const isBeside = likely === undefined && about.size > 0 && sharesNothing(question, hits[0]);
  const isTold = (isSure || about.size > 0) && !isBeside;
  const least = best * (likely === undefined ? leastBeside : leastBesideLikely);
  return hits.filter((hit, at) => (about.has(hit) && hit.score >= least) || (isTold && at === 0));
}

function sharesNothing(question: string, hit: Hit | undefined): boolean {
  return hit === undefined || focusShare(focusPairs(question), hit.article) === 0;
}

// What was found so much worse than the best is about something else.
const leastBeside = 0.6;
// Where words tell little, it takes more to be about the same thing: of the further articles below it 3 in 72 were right,
// of those above it 13 in 40.
const leastBesideLikely = 0.8;

/** The hits that tell another practice than the articles that were shown, under whatever id. */
export async function besidesShown(
  { question, hits }: { readonly question: string; readonly hits: readonly Hit[] },
  shown: readonly string[],
  search: SearchPassages,
): Promise<readonly Hit[]> {
  if (hits.length === 0 || shown.length === 0) return hits;
  const all = await search(question, { limit: hits.length + shown.length });
  const told = all.hits.filter(({ article }) => shown.includes(article.id));
  return withoutPractices(hits, told);
}
