import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPageDesk } from '../../src/page-desk.ts';
import { articles as sampleArticles, vocabulary } from '../support/sample-answers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openBot } from './open-bot.ts';

const page = `甲社区：

小饭桌暖人心

本报讯（记者 王一鸣）甲社区为独居老人办起小饭桌，十二名志愿者轮流做饭，每天接待三十位老人，饭菜由老人自己点。

小饭桌设在社区服务站一楼，中午十一点开饭，行动不便的老人由志愿者送到家里，饭钱每餐六元，由街道补贴两元。
`;

async function openDesk() {
  const folder = await temporaryFolder();
  const taken: (readonly string[])[] = [];
  const desk = createPageDesk({
    folder: join(folder.path, 'incoming'),
    vocabulary,
    ingest: async (paths) => {
      taken.push(paths);
      const articles = { added: 1, updated: 0, removed: 0, unchanged: 0 };
      return { files: paths.length, articles, problems: [], refused: [], skipped: [] };
    },
    readArticle: async (id) => sampleArticles.get(id),
  });
  return { folder, taken, desk };
}

const asAdmin = { openAccess: true, firstReaderIsAdmin: true } as const;

test('a page an admin sends is shown with what was found, and taken in by a button', async () => {
  const { folder, taken, desk } = await openDesk();
  await using _folder = folder;
  await using chat = await openBot({ access: asAdmin, pages: desk });
  const reader = await chat.reader();
  await reader.send('2024-03-12.txt', new TextEncoder().encode(page));
  const found = await reader.next();
  expect(found.text).toBe(
    [
      '《2024-03-12.txt》里有 1 篇',
      '1. 小饭桌暖人心',
      '',
      '要收进资料库吗？收进去以后，大家马上就能问到。',
    ].join('\n'),
  );
  expect(found.buttons.flat().map(({ text }) => text)).toEqual(['入库', '放弃']);
  await chat.restart();
  await reader.press(found, '入库');
  expect((await reader.next()).text).toBe('已入库：新增 1 篇。现在就可以问了。');
  expect(taken).toHaveLength(1);
});

test('a page that is put away is gone and nothing was taken in', async () => {
  const { folder, taken, desk } = await openDesk();
  await using _folder = folder;
  await using chat = await openBot({ access: asAdmin, pages: desk });
  const reader = await chat.reader();
  await reader.send('page.txt', new TextEncoder().encode(page));
  const found = await reader.next();
  expect(await reader.press(found, '放弃')).toBe('已放弃，没有收进资料库。');
  expect(taken).toEqual([]);
  expect(await desk.takeIn('AAAAAAAAAAAA')).toBeUndefined();
});

test('a file that can not be read is named with the cause', async () => {
  const { folder, desk } = await openDesk();
  await using _folder = folder;
  await using chat = await openBot({ access: asAdmin, pages: desk });
  const reader = await chat.reader();
  await reader.send('../坏.pdf', new TextEncoder().encode('not a pdf at all'));
  expect((await reader.next()).text).toContain('《坏.pdf》没有读成');
});

test('a page sent by somebody who is no admin is not read', async () => {
  const { folder, desk } = await openDesk();
  await using _folder = folder;
  await using chat = await openBot({ pages: desk });
  const reader = await chat.reader();
  await reader.send('page.txt', new TextEncoder().encode(page));
  expect((await reader.next()).text).toBe('报纸版面由管理员收。想问什么，请直接打字发给我。');
});
