import type { Hit } from '../../retrieval/passage.ts';
import { likenessOf, type Profile } from '../profile.ts';

// Of the best score: hits that lie closer together answer equally well.
const equalShare = 0.15;

/**
 * Puts hits of organisations like the reader's before others that answer equally well: a hit passes those
 * whose score is higher by less than the share, and less so the less it is like. All else keeps its place.
 */
export function likeFirst(hits: readonly Hit[], profile: Profile): readonly Hit[] {
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const ordered: { readonly hit: Hit; readonly degree: number }[] = [];
  for (const hit of hits) {
    const { degree } = likenessOf(hit.article, profile);
    let at = ordered.length;
    for (let before = ordered[at - 1]; before !== undefined; before = ordered[at - 1]) {
      const gap = before.hit.score - hit.score;
      if (gap > best * equalShare * (degree - before.degree) || degree <= before.degree) break;
      at -= 1;
    }
    ordered.splice(at, 0, { hit, degree });
  }
  return ordered.map(({ hit }) => hit);
}
