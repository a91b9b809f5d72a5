import { describe, expect, test } from 'vitest';
import type { CitedQuote } from '../../../src/answering/draft-claim.ts';
import { nameClaim } from '../../../src/answering/model/name-claim.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { gridWork, makeArticle, nightSchool } from '../sample-articles.ts';

function quoting(article: typeof gridWork, quote: string): CitedQuote {
  const passage = splitArticle(article).find(({ text }) => text.includes(quote));
  if (passage === undefined) throw new Error(`no passage holds ${quote}`);
  return { article, passage, quote };
}

const disputes = quoting(gridWork, '去年共调解邻里纠纷143起');
const grids = quoting(gridWork, '白塔社区把辖区划成12个网格');
const lessons = quoting(nightSchool, '该村还把夜校课堂录成短视频');

describe('a claim is named', () => {
  const kept = [{ text: '去年调解邻里纠纷143起。', quotes: [disputes] }];

  test('after its article, unless it says so itself or the claim before has said it', () => {
    const name = (text: string, quote: CitedQuote, before: typeof kept = []) =>
      nameClaim([text], quote, { shape: 'claims', kept: before });
    expect(name('去年调解邻里纠纷143起。', disputes)).toBe(
      '青石镇白塔社区：去年调解邻里纠纷143起。',
    );
    expect(name('白塔社区划成12个网格。', grids)).toBe('白塔社区划成12个网格。');
    expect(name('没有一起闹到法院。', disputes, kept)).toBe('没有一起闹到法院。');
    expect(name('该村把课堂录成短视频。', lessons, kept)).toBe(
      '临河县柳湾村党支部：该村把课堂录成短视频。',
    );
  });

  test('as a practice: who, where, what was done, what came of it', () => {
    const context = { shape: 'practices', kept } as const;
    expect(nameClaim(['调解邻里纠纷143起', '没有一起闹到法院'], disputes, context)).toBe(
      '青石镇白塔社区 · 调解邻里纠纷143起 · 没有一起闹到法院。',
    );
    const nobodys = { ...disputes, article: { ...gridWork, organisations: [], kicker: null } };
    expect(nameClaim(['调解邻里纠纷143起'], nobodys, context)).toBe(
      '《网格里来了“老街坊”》 · 调解邻里纠纷143起。',
    );
  });

  test('after whom its quote begins with, and again where the same article goes on about another', () => {
    const article = makeArticle({
      id: 'two',
      title: '夜校遍地',
      organisations: ['临河县委组织部', '安和街道红柳社区'],
      body: '临河县委组织部推动夜校建设。\n红柳社区建起老年食堂，每天为86名老人送餐。',
    });
    const [school, meals] = [
      quoting(article, '临河县委组织部推动夜校建设。'),
      quoting(article, '红柳社区建起老年食堂，每天为86名老人送餐。'),
    ];
    const before = [{ text: '临河县委组织部推动夜校建设。', quotes: [school] }];
    for (const kept of [[], before])
      expect(nameClaim(['每天为86名老人送餐。'], meals, { shape: 'claims', kept })).toBe(
        '安和街道红柳社区：每天为86名老人送餐。',
      );
    expect(nameClaim(['红柳社区建起老年食堂'], meals, { shape: 'practices', kept: [] })).toBe(
      '安和街道红柳社区 · 红柳社区建起老年食堂。',
    );
  });
});
