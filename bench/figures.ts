import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  gold: z.array(z.string()).default([]),
});

type BenchQuestion = z.infer<typeof questionSchema>;

/** Questions of one turn; lines with `turns` are left out. */
export async function readQuestions(file: string): Promise<readonly BenchQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const parsed = questionSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  });
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Runs a piece of work and gives its milliseconds with its result. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

/** What one searcher did with all questions. */
export const searcherSchema = z.object({
  name: z.string(),
  hitAt1: z.number(),
  p50: z.number(),
  p95: z.number(),
});

export type SearcherFigures = z.infer<typeof searcherSchema>;

/** Asks every question once and counts. `search` gives article ids, best first. */
export async function measureSearcher(
  name: string,
  questions: readonly BenchQuestion[],
  search: (question: string) => Promise<readonly string[]> | readonly string[],
): Promise<SearcherFigures> {
  const times: number[] = [];
  let hits = 0;
  for (const { question, gold } of questions) {
    const { ms, result } = await timed(() => search(question));
    times.push(ms);
    if (gold.includes(result[0] ?? '')) hits += 1;
  }
  const judged = questions.filter(({ gold }) => gold.length > 0).length;
  return { name, hitAt1: hits / judged, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
