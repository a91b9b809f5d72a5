import { describe, expect, test } from 'vitest';
import type { Thesaurus } from '../../src/corpus/thesaurus.ts';
import { conceptNamesIn, openConcepts } from '../../src/retrieval/meaning/find-concepts.ts';
import { openRetrieval } from '../../src/retrieval/retrieval.ts';
import type { SearchSteps } from '../../src/retrieval/search-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  openSample,
  sample,
  silent,
  staticEmbedder,
  vocabulary,
  writeArticles,
} from './open-sample.ts';

const thesaurus: Thesaurus = {
  fingerprint: 'test',
  readConcepts: () => [
    {
      name: '高龄老人',
      words: ['八旬老人'],
      sayings: ['老爷子', '岁数大的'],
      regional: [],
      around: [],
    },
    {
      name: '老年助餐',
      words: ['长者食堂'],
      sayings: ['老人吃饭'],
      regional: [],
      around: ['热饭', '上哪儿吃', '一口'],
    },
    { name: '座谈', words: ['恳谈会'], sayings: ['唠嗑'], regional: ['拉呱'], around: ['闲谈'] },
  ],
};

const onlyWords: Partial<SearchSteps> = {
  concepts: false,
  neighbours: false,
  asked: false,
  meaning: false,
};

describe('concepts in a text', () => {
  const names = (text: string) => conceptNamesIn(openConcepts(thesaurus), text);

  test('are found by every way to say them, the longest one first', () => {
    expect(names('社区的老爷子爱拉呱')).toEqual(['高龄老人', '座谈']);
    expect(names('办个老人吃饭的地方')).toEqual(['老年助餐']);
  });

  test('are not found inside other words', () => {
    expect(names('座谈')).toEqual(['座谈']);
    expect(names('两座谈判桌')).toEqual([]);
  });
});

test('an everyday saying finds the article that has the official term', async () => {
  await using found = await openSample({ thesaurus });
  await using plain = await openSample({ thesaurus, steps: onlyWords });
  const question = '老爷子';
  expect((await plain.search(question, { limit: 3 })).hits).toEqual([]);
  expect((await found.search(question, { limit: 3 })).hits[0]?.article.id).toBe('canteen');
});

describe('what a text is likely about', () => {
  const concepts = openConcepts(thesaurus);
  const likely = (text: string) => concepts.likelyIn(text, 3);

  test('is the concept whose ways to say it share its words, pairs and characters', () => {
    expect(likely('岁数大了，跟谁唠一唠').map(([name]) => name)).toEqual(['高龄老人', '座谈']);
    expect(likely('老人们上哪儿吃口热饭')[0]).toEqual(['老年助餐', 1]);
    expect(likely('Wi-Fi 密码')).toEqual([]);
  });

  test('finds the article when no word and no expression is the same', async () => {
    await using found = await openSample({ thesaurus });
    await using plain = await openSample({ thesaurus, steps: onlyWords });
    const question = '岁数大了上哪儿吃口热的';
    expect((await plain.search(question, { limit: 3 })).hits[0]?.article.id).not.toBe('canteen');
    expect((await found.search(question, { limit: 3 })).hits[0]?.article.id).toBe('canteen');
  });

  test('tells how far the best hit is about it, where the words do not agree', async () => {
    await using found = await openSample({ thesaurus });
    const about = async (question: string) => (await found.search(question, { limit: 3 })).about;
    const meal = await about('岁数大了上哪儿吃口热的');
    expect(meal?.passage).toBeGreaterThan(0);
    expect(meal?.article).toBe(meal?.passage);
    expect((await about('跟谁唠一唠'))?.passage ?? 0).toBe(0);
    expect(await about('长者食堂开到家门口了吗')).toBeUndefined();
  });

  test('is not asked of a thesaurus that knows hardly a word of the question', async () => {
    await using found = await openSample({ thesaurus });
    const { about } = await found.search('量子纠缠拓扑绝缘超导老爷子', { limit: 3 });
    expect(about).toBeUndefined();
  });

  test('stands in the questions an article answers too', async () => {
    const asked = ['老爷子想找人唠嗑'];
    const articles = sample.map((one) => (one.id === 'canteen' ? { ...one, asked } : one));
    await using found = await openSample({ thesaurus, articles });
    const { hits, about } = await found.search('岁数大的跟谁唠一唠', { limit: 3 });
    expect(hits[0]?.article.id).toBe('canteen');
    expect(about?.article).toBeGreaterThan(about?.passage ?? 1);
  });

  test('changes nothing where the words agree', async () => {
    await using found = await openSample({ thesaurus });
    await using plain = await openSample({ thesaurus, steps: { concepts: false } });
    const ranked = async (index: typeof found) =>
      (await index.search('长者食堂开到家门口了吗', { limit: 3 })).hits.map(({ score }) => score);
    expect(await ranked(found)).toEqual(await ranked(plain));
  });
});

test('a word that was added is no match of full weight', async () => {
  await using found = await openSample({ thesaurus });
  const said = await found.search('老爷子', { limit: 3 });
  const printed = await found.search('高龄老人', { limit: 3 });
  expect(said.abstention).toBeGreaterThan(0);
  expect(said.abstention).toBeLessThan(printed.abstention * 0.6);
});

test('a word that no article has finds articles by the words next to it', async () => {
  const steps = { ...onlyWords, neighbours: true };
  await using found = await openSample({ steps });
  await using plain = await openSample({ steps: onlyWords });
  const question = '公共汽车';
  expect((await plain.search(question, { limit: 3 })).hits).toEqual([]);
  const { hits, abstention } = await found.search(question, { limit: 3 });
  expect(hits[0]?.article.id).toBe('bus');
  expect(abstention).toBe(0);
});

describe('questions that an article says it answers', () => {
  const asked = ['开夜车的师傅半夜去哪儿歇脚'];
  const articles = sample.map((article) =>
    article.id === 'bus' ? { ...article, asked } : article,
  );
  const question = '跑夜路的师傅上哪儿歇歇脚';

  test('lead to it and raise the score', async () => {
    await using found = await openSample({ articles });
    await using without = await openSample();
    const { hits, abstention } = await found.search(question, { limit: 3 });
    expect(hits[0]?.article.id).toBe('bus');
    expect(abstention).toBeGreaterThan((await without.search(question, { limit: 3 })).abstention);
  });

  test('are no part of any passage', async () => {
    await using found = await openSample({ articles });
    const { hits } = await found.search(question, { limit: 3 });
    for (const { passage } of hits) expect(passage.text).not.toContain('歇脚');
  });

  test('count among each other, so that articles without any take nothing from them', async () => {
    const others = Array.from({ length: 60 }, (_, at) => ({
      id: `other-${at}`,
      title: `第${at}号通知`,
      body: `第${at}号通知说明年检日期和窗口。`,
    }));
    await using found = await openSample({ articles: [...articles, ...others] });
    expect((await found.search(question, { limit: 3 })).hits[0]?.article.id).toBe('bus');
  });
});

test('another thesaurus empties the index, and the next ingest fills it', async () => {
  await using folder = await temporaryFolder();
  const corpus = folder.file('articles.jsonl');
  await writeArticles(corpus, sample);
  const open = (by: Thesaurus) =>
    openRetrieval({
      indexUri: folder.file('index'),
      embedder: staticEmbedder,
      vocabulary,
      thesaurus: by,
      log: silent,
    });
  {
    await using first = await open(thesaurus);
    expect((await first.ingest([corpus])).articles.added).toBe(sample.length);
  }
  await using second = await open({ ...thesaurus, fingerprint: 'other' });
  expect(await second.countArticles()).toBe(0);
  expect((await second.ingest([corpus])).articles.added).toBe(sample.length);
});
