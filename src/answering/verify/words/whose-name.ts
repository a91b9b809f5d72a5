import type { Evidence } from '../evidence.ts';
import type { Exchange } from './find-exchanges.ts';

/** Enough of what stands behind a place to find it again in the article. */
const leastText = 12;

/** Whose name a claim puts in: that of the person the article named last before the place, or another one's; undefined for no name. */
export function whoseName(
  { said, at }: Pick<Exchange, 'said' | 'at'>,
  { text, bodies, persons }: Evidence,
): 'of the last named' | 'of another' | 'of somebody' | undefined {
  const named = persons.find((name) => said.includes(name));
  if (named === undefined) return undefined;
  const place = bodies.indexOf(text.slice(at, at + leastText));
  if (place === -1) return 'of somebody';
  const before = bodies.slice(0, place);
  const last = persons
    .map((name) => ({ name, at: before.lastIndexOf(name) }))
    .reduce((best, one) => (one.at > best.at ? one : best), { name: '', at: -1 }).name;
  if (last === '') return 'of somebody';
  return last === named ? 'of the last named' : 'of another';
}
