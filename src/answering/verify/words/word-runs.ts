import { segmentOnce } from '../cut-once.ts';

/** The words of a folded text, in runs of neighbours that a pattern takes whole; the text is cut into words only once. */
export function wordRuns(text: string, pattern: RegExp): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const { segment } of segmentOnce(text)) {
    if (pattern.test(segment)) runs.at(-1)?.push(segment);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs;
}
