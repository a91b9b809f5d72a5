import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openRetrieval } from '../../../src/retrieval/retrieval.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { silent, staticEmbedder, vocabulary } from '../open-sample.ts';

const page = `甲社区：

小饭桌暖人心

本报讯（记者 王一鸣）甲社区为独居老人办起小饭桌，十二名志愿者轮流做饭，每天接待三十位老人，饭菜由老人自己点。

小饭桌设在社区服务站一楼，中午十一点开饭，行动不便的老人由志愿者送到家里，饭钱每餐六元，由街道补贴两元。
`;

async function openEmpty() {
  const folder = await temporaryFolder();
  const retrieval = await openRetrieval({
    indexUri: folder.file('index'),
    embedder: staticEmbedder,
    vocabulary,
    log: silent,
  });
  return {
    folder,
    retrieval,
    async [Symbol.asyncDispose]() {
      await retrieval[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('the same article in two files is one with two sources, and outlives either file', async () => {
  await using opened = await openEmpty();
  const { folder, retrieval } = opened;
  const [first, second] = [
    folder.file('2024-03-12_甲县日报_03.txt'),
    folder.file('2024-03-13_乙县日报_01.txt'),
  ];
  await writeFile(first, page);
  await writeFile(second, page);
  const report = await retrieval.ingest([folder.file('.')]);
  expect(report.problems).toEqual([]);
  const [article, ...others] = await retrieval.listArticles();
  expect(others).toEqual([]);
  expect(article?.source).toMatchObject({ publication: '甲县日报', date: '2024-03-12', page: '3' });
  expect(article?.alsoIn).toMatchObject([
    { publication: '乙县日报', date: '2024-03-13', page: '1' },
  ]);

  const again = await retrieval.ingest([folder.file('.')]);
  expect(again.articles).toMatchObject({ added: 0, updated: 0, removed: 0 });

  await rm(first);
  await retrieval.ingest([folder.file('.')]);
  const left = await retrieval.listArticles();
  expect(left.map(({ source }) => source.publication)).toEqual(['乙县日报']);
});

test('a source is named no more once its file has vanished, or tells the article differently', async () => {
  await using opened = await openEmpty();
  const { folder, retrieval } = opened;
  const papers = ['甲县日报', '乙县日报', '丙县日报', '丁县日报'];
  const files = papers.map((paper, at) => folder.file(`2024-03-1${at}_${paper}_03.txt`));
  for (const file of files) await writeFile(file, page);
  const ingest = () => retrieval.ingest([folder.file('.')]);
  const sources = async () =>
    (await retrieval.listArticles()).map(({ source, alsoIn }) =>
      [source, ...alsoIn].map(({ publication }) => publication),
    );
  await ingest();
  expect(await sources()).toEqual([papers]);

  await rm(files[1]!);
  expect((await ingest()).articles).toEqual({ added: 0, updated: 1, removed: 0, unchanged: 3 });
  expect(await sources()).toEqual([['甲县日报', '丙县日报', '丁县日报']]);
  expect((await ingest()).articles).toMatchObject({ updated: 0, unchanged: 3 });

  await writeFile(files[2]!, page.replaceAll('三十位', '五十位'));
  await ingest();
  expect(await sources()).toHaveLength(2);
  expect(await sources()).toContainEqual(['甲县日报', '丁县日报']);
  expect(await sources()).toContainEqual(['丙县日报']);
});

test('an article keeps its other sources when the file that it is stored from is read anew', async () => {
  await using opened = await openEmpty();
  const { folder, retrieval } = opened;
  const [other, own] = [folder.file('a.jsonl'), folder.file('b.jsonl')];
  const line = (title: string, publication: string) =>
    `${JSON.stringify({ id: 'canteen', title, publication, body: '甲社区办了小饭桌。' })}\n`;
  await writeFile(own, line('小饭桌', '甲县日报'));
  await retrieval.ingest([own]);
  await writeFile(other, line('小饭桌', '乙县日报'));
  await retrieval.ingest([other]);
  await writeFile(own, line('小饭桌暖人心', '甲县日报'));
  await retrieval.ingest([folder.file('.')]);
  expect(await retrieval.listArticles()).toMatchObject([
    {
      title: '小饭桌暖人心',
      source: { publication: '甲县日报' },
      alsoIn: [{ publication: '乙县日报' }],
    },
  ]);
});

test('the same article printed with other spaces is one, whatever the spaces', async () => {
  await using opened = await openEmpty();
  const { folder, retrieval } = opened;
  await writeFile(folder.file('2024-03-12_甲县日报_03.txt'), page);
  const spaced = page.replaceAll('三十位', '三十 位').replaceAll('，', ',');
  await writeFile(folder.file('2024-03-13_乙县日报_01.txt'), spaced);
  const report = await retrieval.ingest([folder.file('.')]);
  expect(report.problems).toEqual([]);
  const articles = await retrieval.listArticles();
  expect(articles).toMatchObject([{ alsoIn: [{ publication: '乙县日报' }] }]);
});

test('two articles with one headline but different bodies both stay', async () => {
  await using opened = await openEmpty();
  const { folder, retrieval } = opened;
  await writeFile(folder.file('one.txt'), page);
  await writeFile(folder.file('two.txt'), page.replaceAll('三十位', '五十位'));
  await retrieval.ingest([folder.file('.')]);
  expect(await retrieval.countArticles()).toBe(2);
});
