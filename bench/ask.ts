// node run.mjs bench/ask.ts --corpus FILE --questions FILE
// How fast and how lean an answer is, and how search alone compares with MiniSearch and Orama. Each part runs in a
// process of its own, so that none pays for another's memory.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type SearcherFigures, searcherSchema } from './figures.ts';

const limits = { readyMs: 1500, p50: 15, p95: 40, residentMb: 350 } as const;
const chazuoSchema = z.object({
  articles: z.number(),
  questions: z.number(),
  readyMs: z.number(),
  p50: z.number(),
  p95: z.number(),
  residentMb: z.number(),
  peakMb: z.number().nullable(),
  search: searcherSchema,
});
const peersSchema = z.object({ passages: z.number(), figures: z.array(searcherSchema) });

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, questions: { type: 'string' } },
});
if (values.corpus === undefined || values.questions === undefined) {
  console.error('usage: node run.mjs bench/ask.ts --corpus FILE --questions FILE');
  process.exitCode = 2;
} else {
  await compare(resolve(values.corpus), resolve(values.questions));
}

async function compare(corpus: string, questions: string) {
  const folder = await mkdtemp(join(tmpdir(), 'chazuo-bench-'));
  try {
    await run('ask-chazuo.ts', ['index', folder, corpus]);
    const started = String(Date.now());
    const chazuo = chazuoSchema.parse(
      await run('ask-chazuo.ts', ['ask', folder, questions, started]),
    );
    const peers = peersSchema.parse(await run('ask-peers.ts', [corpus, questions]));
    report(chazuo, peers);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(script: string, args: readonly string[]): Promise<unknown> {
  // With the launcher's own flags for memory.
  const started = [...process.execArgv, join(import.meta.dirname, script), ...args];
  const child = spawn(process.execPath, started, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const output = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(output);
}

function report(chazuo: z.infer<typeof chazuoSchema>, peers: z.infer<typeof peersSchema>) {
  console.log(
    `${chazuo.articles} articles, ${peers.passages} passages, ${chazuo.questions} questions`,
  );
  console.table({
    'start to ready, ms': line(chazuo.readyMs, limits.readyMs),
    'ask p50, ms': line(chazuo.p50, limits.p50),
    'ask p95, ms': line(chazuo.p95, limits.p95),
    'resident, MiB': line(chazuo.residentMb, limits.residentMb),
    ...(chazuo.peakMb === null
      ? {}
      : { 'resident at most, MiB': { measured: round(chazuo.peakMb) } }),
  });
  const all = [chazuo.search, ...peers.figures];
  console.table(
    Object.fromEntries(all.map((figures) => [figures.name, compared(figures, chazuo.search)])),
  );
  console.log(JSON.stringify({ ...chazuo, peers: peers.figures }));
}

function line(measured: number, limit: number) {
  return { measured: round(measured), limit, holds: measured <= limit };
}

/** Ratios to ours: above 1 the peer finds more, or takes longer. */
function compared({ hitAt1, p50, p95 }: SearcherFigures, ours: SearcherFigures) {
  return {
    'hit@1': round(hitAt1, 3),
    'p50, ms': round(p50),
    'p95, ms': round(p95),
    'hit@1 to ours': round(hitAt1 / ours.hitAt1, 3),
    'p50 to ours': round(p50 / ours.p50, 2),
  };
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
