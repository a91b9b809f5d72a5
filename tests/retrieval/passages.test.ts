import { describe, expect, test } from 'vitest';
import { type Article, articleSchema } from '../../src/corpus/article.ts';
import { indexedText, splitArticle } from '../../src/retrieval/split-passages.ts';
import { contentWords, hanBigrams, segmentWords } from '../../src/retrieval/tokenize.ts';

function article(body: string, rest: Partial<Article> = {}): Article {
  return articleSchema.parse({ id: 'a', body, source: { file: 'a.md' }, ...rest });
}

describe('passages', () => {
  const sentences = Array.from({ length: 60 }, (_, at) => `第${at}户人家领到了“连心卡”，很高兴。`);
  const body = sentences.join('\n');

  test('stand verbatim in the body, in order, and leave nothing but white space out', () => {
    const passages = splitArticle(article(body));
    let end = 0;
    for (const [at, passage] of passages.entries()) {
      expect(passage).toMatchObject({ id: `a#${at}`, articleId: 'a', ordinal: at });
      expect(body.slice(passage.start, passage.start + passage.text.length)).toBe(passage.text);
      expect(body.slice(end, passage.start).trim()).toBe('');
      end = passage.start + passage.text.length;
    }
    expect(body.slice(end).trim()).toBe('');
  });

  test('have about 300 characters and end with a sentence', () => {
    for (const { text } of splitArticle(article(body))) {
      expect(text.length).toBeLessThanOrEqual(300);
      expect(text).toMatch(/。$/);
    }
  });

  test('a sentence without an end is cut at its commas', () => {
    const passages = splitArticle(article('送米送面送油，'.repeat(200)));
    expect(passages.length).toBeGreaterThan(3);
    for (const { text } of passages) expect(text).toMatch(/，$/);
  });

  test('a character of two units is never cut in half', () => {
    const text = '𠮷'.repeat(1000);
    const passages = splitArticle(article(`甲${text}`));
    expect(passages.map((passage) => passage.text).join('')).toBe(`甲${text}`);
    for (const passage of passages) expect(passage.text.isWellFormed()).toBe(true);
  });

  test('a body without a sentence is one passage', () => {
    expect(splitArticle(article('…')).map(({ text }) => text)).toEqual(['…']);
  });

  test('kicker and title stand before the indexed text only', () => {
    const titled = article('办了食堂。', { kicker: '柳荫社区：', title: '长者食堂' });
    const [passage] = splitArticle(titled);
    expect(passage!.text).toBe('办了食堂。');
    expect(indexedText(titled, passage!)).toBe('柳荫社区：\n长者食堂\n办了食堂。');
  });
});

describe('tokens', () => {
  test('are folded: width, case, traditional characters, invisible ones', () => {
    expect(segmentWords('ＡＰＰ軟\u200b件')).toEqual(segmentWords('app软件'));
    expect(hanBigrams('養老服務')).toEqual(['养老', '老服', '服务']);
  });

  test('bigrams do not cross what is no Han character; a single one stands alone', () => {
    expect(hanBigrams('食堂，开5年')).toEqual(['食堂', '开', '年']);
    expect(hanBigrams('abc 123')).toEqual([]);
  });

  test('question and function words are not content', () => {
    expect(contentWords('长者食堂是怎么办的？')).not.toContain('怎么');
    expect(contentWords('这是什么？')).toEqual([]);
    expect(contentWords('社区食堂')).toContain('食堂');
  });
});
