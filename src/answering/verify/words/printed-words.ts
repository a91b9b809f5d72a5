import { fileURLToPath } from 'node:url';
import { dot, normalize } from '../../../retrieval/meaning/embedder.ts';
import { readWordVectors, type WordVectors } from '../../../retrieval/meaning/word-vectors.ts';
import { cutOnce } from '../cut-once.ts';
import { keepLast } from '../keep-last.ts';

let loaded: WordVectors | undefined;

/** How common a word is in print, by the logarithm of its share: 0 for one that is not known, near 1 for 的. */
export function commonness(word: string): number {
  const share = words().shareOf(word);
  return share === 0 ? 0 : Math.max(0, Math.log10(share) + 7) / 5;
}

/** How near to one another two runs of words stand in print: the cosine of their vectors, 0 where one has none. */
export function nearness(one: string, other: string): number {
  return dot(directionOf(one), directionOf(other));
}

const directionOf = keepLast((run) => {
  const sum = new Float32Array(words().dimension);
  for (const word of cutOnce(run)) words().addWeighted(word, sum);
  return normalize(sum);
});

function words(): WordVectors {
  loaded ??= readWordVectors({
    words: fileURLToPath(new URL('../../../../corpus/words.tsv', import.meta.url)),
    vectors: fileURLToPath(new URL('../../../../corpus/word-vectors.i8', import.meta.url)),
  });
  return loaded;
}
