import { describe, expect, test } from 'vitest';
import { auroc, retrievalFigures } from '../../src/retrieval/evaluate.ts';
import type { FoundPassage } from '../../src/retrieval/index/found-passage.ts';
import {
  addMeaning,
  bestPerArticle,
  diversify,
  fuseRanks,
  weighMeaning,
} from '../../src/retrieval/rank.ts';

function found(id: string, score: number, rest: { text?: string; vector?: number[] } = {}) {
  const [articleId = '', ordinal = '0'] = id.split('#');
  const { text = id, vector = [0, 0] } = rest;
  const passage = { id, articleId, ordinal: Number(ordinal), text, start: 0 };
  return { passage, score, vector: Float32Array.from(vector) } satisfies FoundPassage;
}

function ids(passages: readonly FoundPassage[]): string[] {
  return passages.map(({ passage }) => passage.id);
}

describe('ranking', () => {
  test('of an article only its best passage is kept', () => {
    const all = [found('a#1', 9), found('b#0', 8), found('a#0', 7)];
    expect(ids(bestPerArticle(all))).toEqual(['a#1', 'b#0']);
  });

  test('meaning decides between passages of equal words, but not against far better ones', () => {
    const question = Float32Array.of(1, 0);
    const all = [
      found('far#0', 10, { vector: [0, 1] }),
      found('near#0', 10, { vector: [1, 0] }),
      found('poor#0', 2, { vector: [1, 0] }),
    ];
    expect(ids(weighMeaning(all, question))).toEqual(['near#0', 'far#0', 'poor#0']);
    expect(ids(weighMeaning(all, undefined))).toEqual(ids(all));
  });

  test('two searches are fused as equals: what both found comes first', () => {
    const byWords = [found('a#0', 9), found('b#0', 8)];
    const byMeaning = [found('c#0', 0.9), found('b#0', 0.8)];
    expect(ids(fuseRanks([byWords, byMeaning]))).toEqual(['b#0', 'a#0', 'c#0']);
  });

  test('words and strong vectors are summed as equals, each scaled to its own best', () => {
    const byWords = [found('a#0', 20), found('b#0', 10)];
    const byMeaning = [found('c#0', 0.9), found('b#0', 0.8), found('d#0', 0.5)];
    const fused = addMeaning(byWords, byMeaning);
    expect(ids(fused)).toEqual(['b#0', 'a#0', 'c#0', 'd#0']);
    expect(fused.map(({ score }) => score)).toEqual(
      [1.25, 1, 1, 0].map((score) => expect.closeTo(score)),
    );
    expect(ids(addMeaning(byWords, []))).toEqual(['a#0', 'b#0']);
    expect(ids(addMeaning([], byMeaning))).toEqual(['c#0', 'b#0', 'd#0']);
  });

  test('a passage that repeats a better one gives way, the best one stays first', () => {
    const text = '柳荫社区的长者食堂每天供应午饭';
    const all = [
      found('a#0', 10, { text }),
      found('copy#0', 9.5, { text }),
      found('other#0', 9, { text: '第三公交公司的驿站有热粥' }),
    ];
    expect(ids(diversify(all, 2))).toEqual(['a#0', 'other#0']);
    expect(ids(diversify(all, 1))).toEqual(['a#0']);
    expect(diversify([], 3)).toEqual([]);
  });
});

describe('figures', () => {
  test('are counted over the questions that have a right article', () => {
    const questions = [
      { id: '1', gold: ['a'] },
      { id: '2', gold: ['b', 'c'] },
      { id: '3', gold: ['d'] },
      { id: '4', gold: ['e'] },
      { id: '5', gold: [] },
    ];
    const ranked = new Map([
      ['1', ['a', 'b']],
      ['2', ['x', 'c', 'b']],
      ['3', [...'klmnopqrst', 'd']],
    ]);
    expect(retrievalFigures(questions, ranked)).toEqual({
      questions: 4,
      hitAt1: 0.25,
      hitAt3: 0.5,
      mrrAt10: 1.5 / 4,
    });
  });

  test('the area under the curve counts pairs in order, ties half', () => {
    expect(auroc([3, 4], [1, 2])).toBe(1);
    expect(auroc([1, 2], [3, 4])).toBe(0);
    expect(auroc([1, 1], [1, 1])).toBe(0.5);
    expect(auroc([2, 3, 5], [1, 3])).toBeCloseTo(4.5 / 6);
    expect(auroc([], [1])).toBeNaN();
  });
});
