import { expect, test } from 'vitest';
import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';
import { verifyClaim } from '../../src/answering/verify.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { sampleArticles } from './sample-articles.ts';

/** An answerer over the sample articles, made anew for each test. */
export type OpenAnswerer = () => Promise<AnswerQuestion>;

/** What every answerer keeps, with a model or without: to be run inside a describe of its own. */
export function keepsTheContract(open: OpenAnswerer): void {
  test('every claim of an answer passes verify against what it cites', async () => {
    const ask = await open();
    for (const question of ['社区怎么照顾独居老人？', '白塔社区去年调解了多少起纠纷？']) {
      const answer = await ask(question);
      expect(answer.kind).toBe('answered');
      for (const fault of faultsOf(answer)) expect(fault).toBeUndefined();
    }
  });

  test('citations are numbered from 1 in the order in which they are read', async () => {
    const ask = await open();
    const { claims, citations } = await ask('社区怎么照顾独居老人？');
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
    const read = [...new Set(claims.flatMap((claim) => claim.citations))];
    expect(read).toEqual(citations.map(({ n }) => n));
  });

  test('what is not in the material is said to be missing', async () => {
    const ask = await open();
    const answer = await ask('高速公路的收费标准是什么时候调整的？');
    expect(answer).toMatchObject({ kind: 'not-found', by: null, claims: [] });
  });

  test('private details are refused', async () => {
    const ask = await open();
    expect((await ask('那些独居老人家住哪里？')).kind).toBe('refused');
  });

  test('articles that are not wanted are not cited', async () => {
    const ask = await open();
    const { citations } = await ask('社区怎么照顾独居老人？', { without: ['elder-care'] });
    expect(citations.map(({ articleId }) => articleId)).not.toContain('elder-care');
  });
}

function faultsOf({ claims, citations }: Answer) {
  return claims.map(({ text, citations: numbers }) => {
    const quotes = citations
      .filter(({ n }) => numbers.includes(n))
      .map(({ articleId, passageId, quote }) => {
        const article = sampleArticles.find(({ id }) => id === articleId)!;
        const passage = splitArticle(article).find(({ id }) => id === passageId)!;
        return { article, passage, quote };
      });
    return verifyClaim({ text, quotes });
  });
}
