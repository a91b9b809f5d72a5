import { expect } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { verifyClaim } from '../../src/answering/verify/verify.ts';
import type { Article } from '../../src/corpus/article.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { modelArticles } from '../support/open-model-answerer.ts';

/** Every claim is held against what it cites once more, and nothing of a model's own is anywhere in the answer. */
export function expectVerified(answer: Answer, articles: readonly Article[] = modelArticles): void {
  for (const { text, citations } of answer.claims) {
    const quotes = citations.map((n) => {
      const citation = answer.citations.find((one) => one.n === n)!;
      const article = articles.find(({ id }) => id === citation.articleId)!;
      const passage = splitArticle(article).find(({ id }) => id === citation.passageId)!;
      expect(article.body).toContain(citation.quote);
      return { article, passage, quote: citation.quote };
    });
    expect(quotes.length).toBeGreaterThan(0);
    const said = withoutNames(text, quotes[0]!.article);
    expect([said, verifyClaim({ text: said, quotes })]).toEqual([said, undefined]);
  }
  expect(JSON.stringify([answer.claims, answer.notes])).not.toMatch(
    /https?:|www\.|<\/?[a-z]|\]\(|evil\.example|zz[0-9a-f]{16}/iu,
  );
}

/** A claim without what the program says in front of it: whose it is, and where. */
function withoutNames(text: string, { organisations, places, title }: Article): string {
  const names = [...organisations, `《${title}》`, places.join(' '), ...places];
  const said = names.reduce(
    (rest, name) => rest.replace(new RegExp(`^${name}(?:：| · )`, 'u'), ''),
    text,
  );
  return said.replaceAll(' · ', '。');
}
