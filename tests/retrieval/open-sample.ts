import { writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { loadThesaurus } from '../../src/corpus/thesaurus.ts';
import { loadVocabulary } from '../../src/corpus/vocabulary.ts';
import type { Embedder } from '../../src/retrieval/meaning/embedder.ts';
import { createStaticEmbedder } from '../../src/retrieval/meaning/static-embedder.ts';
import { openWordVectors } from '../../src/retrieval/meaning/word-vectors.ts';
import { openRetrieval, type RetrievalOptions } from '../../src/retrieval/retrieval.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const vocabulary = await loadVocabulary('corpus/vocabulary.yaml');
export const wordVectors = await openWordVectors({
  words: 'corpus/words.tsv',
  vectors: 'corpus/word-vectors.i8',
});
export const staticEmbedder = createStaticEmbedder(wordVectors);
export const thesaurus = await loadThesaurus('corpus/vocabulary.yaml');

export const silent = pino({ level: 'silent' });

interface Fields {
  readonly body: string;
  readonly [field: string]: unknown;
}

/** Invented: no such places, units or figures. */
export const sample: readonly Fields[] = [
  {
    id: 'canteen',
    title: '长者食堂开到家门口',
    kicker: '松岭区柳荫社区：',
    organisations: ['柳荫社区'],
    orgTypes: ['社区'],
    themes: ['养老服务'],
    places: ['松岭区'],
    publication: '松岭日报',
    date: '2022-03-15',
    body: '柳荫社区把闲置的锅炉房改成长者食堂，每天中午为高龄老人供应两荤两素。食堂开了四个月，已有86位老人办了饭卡。行动不便的老人由志愿者送餐上门。',
  },
  {
    id: 'orchard',
    title: '果园里的流动课堂',
    organisations: ['青石村党支部'],
    orgTypes: ['农村'],
    themes: ['理论学习'],
    places: ['白杨县'],
    publication: '白杨报',
    date: '2023-05-04',
    body: '青石村党支部把课堂搬进苹果园，农技员边剪枝边讲政策。一个月里开课12次，听课的果农有340人次。课后支部收集了17条意见，当场答复11条。',
  },
  {
    id: 'bus',
    title: '红色驿站暖了夜班司机',
    organisations: ['第三公交公司'],
    orgTypes: ['国有企业'],
    themes: ['职工关怀'],
    places: ['松岭区'],
    publication: '松岭日报',
    date: '2023-11-20',
    body: '第三公交公司在终点站建起红色驿站，夜班司机凌晨也能喝上热粥。驿站里有微波炉、充电柜和折叠床。公司党委书记每周到驿站听一次司机的意见。',
  },
];

interface SampleOptions
  extends Partial<Pick<RetrievalOptions, 'thesaurus' | 'steps' | 'aids' | 'askedWriter'>> {
  readonly articles?: readonly Fields[];
  readonly embedder?: Embedder;
}

/** A retrieval over the sample articles, in a folder of its own. */
export async function openSample({
  articles = sample,
  embedder = staticEmbedder,
  ...options
}: SampleOptions = {}) {
  const folder = await temporaryFolder();
  const corpus = folder.file('articles.jsonl');
  await writeArticles(corpus, articles);
  const retrieval = await openRetrieval({
    indexUri: folder.file('index'),
    embedder,
    vocabulary,
    thesaurus,
    wordVectors,
    log: silent,
    ...options,
  });
  const report = await retrieval.ingest([corpus]);
  return {
    ...retrieval,
    folder,
    corpus,
    report,
    async [Symbol.asyncDispose]() {
      await retrieval[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export async function writeArticles(file: string, articles: readonly Fields[]): Promise<void> {
  await writeFile(file, articles.map((article) => JSON.stringify(article)).join('\n'));
}
