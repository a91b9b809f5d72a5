import { expect, test } from 'vitest';
import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';
import type { Article } from '../../src/corpus/article.ts';
import { expectVerified } from './expect-verified.ts';
import { gridWork, makeArticle, sampleArticles } from './sample-articles.ts';

/** An answerer over some articles, made anew for each test. */
type OpenAnswerer = (articles: readonly Article[]) => Promise<AnswerQuestion>;

const cited = ({ citations }: Answer) => [...new Set(citations.map(({ articleId }) => articleId))];

/** What every answerer keeps, with a model or without: to be run inside a describe of its own. */
export function keepsTheContract(open: OpenAnswerer): void {
  test('every claim of an answer passes verify against what it cites', async () => {
    const ask = await open(sampleArticles);
    for (const question of ['社区怎么照顾独居老人？', '白塔社区去年调解了多少起纠纷？']) {
      const answer = await ask(question);
      expect(answer).toMatchObject({ question, kind: 'answered' });
      expectVerified(answer, sampleArticles);
    }
  });

  test('a figure that is asked for comes first', async () => {
    const ask = await open(sampleArticles);
    const answer = await ask('白塔社区去年调解了多少起纠纷？');
    expect(answer.claims[0]?.text).toContain('143起');
    expect(cited(answer)).toEqual(['grid-work']);
  });

  test('practices are of several organisations', async () => {
    const ask = await open(sampleArticles);
    const answer = await ask('社区怎么照顾独居老人？');
    expect(cited(answer)).toEqual(expect.arrayContaining(['elder-care', 'elder-visit']));
  });

  test('citations are numbered from 1 in the order in which they are read', async () => {
    const ask = await open(sampleArticles);
    const { claims, citations } = await ask('社区怎么照顾独居老人？');
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
    const read = [...new Set(claims.flatMap((claim) => claim.citations))];
    expect(read).toEqual(citations.map(({ n }) => n));
  });

  test('what is not in the material is said to be missing', async () => {
    const ask = await open(sampleArticles);
    const answer = await ask('高速公路的收费标准是什么时候调整的？');
    expect(answer).toMatchObject({ kind: 'not-found', by: null, claims: [] });
    expect(answer.notes).not.toEqual([]);
  });

  test('private details are refused, and a greeting is greeted', async () => {
    const ask = await open(sampleArticles);
    expect(await ask('那些独居老人家住哪里？')).toMatchObject({ kind: 'refused', by: null });
    expect(await ask('你好')).toMatchObject({ kind: 'chat', by: null });
  });

  test('articles that are not wanted are not cited', async () => {
    const ask = await open(sampleArticles);
    const answer = await ask('社区怎么照顾独居老人？', { without: ['elder-care'] });
    expect(cited(answer)).not.toContain('elder-care');
  });

  test('what is missing of an article is named', async () => {
    const ask = await open(sampleArticles);
    const { notes } = await ask('柳湾村的田间夜校怎么办？');
    expect(notes).toContain('这篇报道印得不全，缺的部分这里没有。');
  });

  test('「第二个」 is the second organisation shown, and 「还有」 brings none of those shown', async () => {
    const ask = await open(sampleArticles);
    const first = await ask('社区怎么照顾独居老人？');
    const about = await ask('第二个具体怎么做的？', { history: [first] });
    expect(about.kind).toBe('answered');
    expect(cited(about)).toEqual([[...new Set(cited(first))][1]]);
    const more = await ask('还有别的社区吗？', { history: [first] });
    for (const articleId of cited(more)) expect(cited(first)).not.toContain(articleId);
  });

  test('figures that differ are both shown, with a note that picks neither', async () => {
    const later = makeArticle({
      id: 'grid-later',
      title: '白塔社区的网格',
      organisations: ['青石镇白塔社区'],
      body: '白塔社区现有15个网格，网格员天天在网格里走。',
    });
    const ask = await open([gridWork, later]);
    const answer = await ask('白塔社区有多少个网格？');
    const said = answer.claims.map(({ text }) => text).join('\n');
    expect(said).toContain('12个网格');
    expect(said).toContain('15个网格');
    expect(answer.notes.join('')).toContain('不一致');
    expectVerified(answer, [gridWork, later]);
  });

  test('a question that was given up is not answered', async () => {
    const ask = await open(sampleArticles);
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(ask('社区怎么照顾独居老人？', { signal })).rejects.toThrow('given up');
  });
}
