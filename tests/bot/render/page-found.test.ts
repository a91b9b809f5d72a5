import { expect, test } from 'vitest';
import { renderTakenIn } from '../../../src/bot/render/page-found.ts';

const none = { added: 0, updated: 0, unchanged: 0, problems: [] };

test.each([
  [{ ...none, added: 2 }, '已入库：新增 2 篇。现在就可以问了。'],
  [{ ...none, added: 1, unchanged: 2 }, '已入库：新增 1 篇，原来就有 2 篇。现在就可以问了。'],
  [{ ...none, unchanged: 2 }, '资料库没有变：原来就有 2 篇，现在就可以问。'],
  [{ ...none, problems: ['编号已被用了'] }, '没有文章收进资料库。\n注意：编号已被用了'],
])('%j is told as it is', (taken, text) => {
  expect(renderTakenIn(taken).map(({ html }) => html)).toEqual([text]);
});
