import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runChazuo, starterCorpus } from '../support/run-chazuo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const lineSchema = z.object({
  id: z.string(),
  abstention: z.number(),
  ranked: z.array(z.object({ articleId: z.string(), score: z.number() })),
});

test('the last turn is searched for as ask reads it, in the light of the turns before; scores never rise', async () => {
  await using folder = await temporaryFolder();
  const batch = folder.file('batch.jsonl');
  const first = '社区怎么做好养老服务？';
  const lines = [
    { id: 'first', question: first },
    { id: 'about', turns: [first, '那他们有多少人？'] },
    { id: 'alone', question: '那他们有多少人？' },
    { id: 'more', turns: [first, '还有别的吗？'] },
    { id: 'another', turns: [first, '老旧小区停车难，别处怎么解决的？'] },
    { id: 'another-alone', question: '老旧小区停车难，别处怎么解决的？' },
  ];
  await writeFile(batch, lines.map((line) => JSON.stringify(line)).join('\n'));
  const environment = { DATA_DIR: folder.path, CORPUS_DIR: starterCorpus };
  const { code, stdout } = await runChazuo(['search', '--batch', batch, '--json'], environment);
  expect(code).toBe(0);
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
  expect(results.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
  const idsOf = (name: string) =>
    results.find(({ id }) => id === name)?.ranked.map(({ articleId }) => articleId) ?? [];
  const [elderlyCare = ''] = idsOf('first');
  expect(elderlyCare).toBe('xichafang-elderly-care');
  expect(idsOf('about')[0]).toBe(elderlyCare);
  expect(idsOf('alone')[0]).not.toBe(elderlyCare);
  expect(idsOf('more').length).toBeGreaterThan(0);
  expect(idsOf('more')).not.toContain(elderlyCare);
  expect(idsOf('another').slice(0, 3)).toEqual(idsOf('another-alone').slice(0, 3));
  for (const { ranked } of results) {
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  }
});
