import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SearchAids } from '../../src/retrieval/search-steps.ts';
import { openSample, sample } from './open-sample.ts';

const noAids: SearchAids = {
  expandQuestion: async () => [],
  rateHits: async () => undefined,
};

async function firstFor(question: string, aids: Partial<SearchAids>, steps = {}) {
  await using found = await openSample({ aids: { ...noAids, ...aids }, steps });
  return (await found.search(question, { limit: 3 })).hits.map(({ article }) => article.id);
}

describe('a model beside the search', () => {
  const question = '意见';

  test('its further questions find what the question itself does not', async () => {
    const expandQuestion = async () => ['长者食堂', '高龄老人的午饭'];
    expect(await firstFor(question, {})).not.toContain('canteen');
    expect(await firstFor(question, { expandQuestion })).toContain('canteen');
    expect(await firstFor(question, { expandQuestion }, { queries: false })).not.toContain(
      'canteen',
    );
  });

  test('what it finds of use comes first', async () => {
    const [before = ''] = await firstFor(question, {});
    const rateHits: SearchAids['rateHits'] = async (_, hits) =>
      hits.map(({ article }) => (article.id === before ? 0 : 3));
    expect((await firstFor(question, { rateHits }))[0]).not.toBe(before);
    expect((await firstFor(question, { rateHits }, { usefulness: false }))[0]).toBe(before);
  });

  test('that does not answer is not waited for longer than two seconds a step', async () => {
    const never = (signal: AbortSignal) =>
      wait(60_000, undefined, { signal }).catch(() => undefined);
    const aids: SearchAids = {
      expandQuestion: async (_, { signal }) => {
        await never(signal);
        return [];
      },
      rateHits: async (_, __, { signal }) => {
        await never(signal);
        return undefined;
      },
    };
    expect(await firstFor(question, aids)).toEqual(await firstFor(question, {}));
  }, 20_000);
});

describe('questions written by a model', () => {
  const asked = ['跑夜路的师傅上哪儿歇歇脚', '半夜能喝口热乎的不', '开车的有个落脚地没'];

  test('are asked for once per article and lead to it', async () => {
    const calls: string[] = [];
    const askedWriter = {
      name: 'm',
      writeAsked: async ({ id }: { readonly id: string }) => {
        calls.push(id);
        return id === 'bus' ? asked : undefined;
      },
    };
    await using found = await openSample({ askedWriter });
    expect(calls.toSorted()).toEqual(sample.map(({ id }) => id).toSorted());
    const { hits } = await found.search('歇歇脚', { limit: 1 });
    expect(hits[0]?.article.id).toBe('bus');
    const again = await found.ingest([found.corpus]);
    expect(again.articles.unchanged).toBe(sample.length);
    expect(calls).toHaveLength(sample.length);
  });
});
