// The constants that LanceDB has too.
const saturation = 1.2;
const lengthShare = 0.75;

/**
 * What a term counts for standing so often in a text, before its idf: BM25 (Robertson, Zaragoza: The probabilistic
 * relevance framework, 2009).
 * @param length Of the text, in lengths of a text in the mean.
 */
export function occurrenceWeight(times: number, length: number): number {
  const norm = saturation * (1 - lengthShare + lengthShare * length);
  return (times * (saturation + 1)) / (times + norm);
}

/** Inverse document frequency of a term that so many of all texts have; never below 0, other than in the first BM25. */
export function inverseFrequency(holders: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - holders) + 0.5) / (holders + 0.5));
}
