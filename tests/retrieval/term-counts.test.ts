import { describe, expect, test } from 'vitest';
import { createTermBackground } from '../../src/retrieval/term-background.ts';
import { createTermCounts, noTerms } from '../../src/retrieval/term-counts.ts';
import { wordVectors } from './open-sample.ts';

const none = { words: [], bigrams: [], concepts: [], asked: [] };
const canteen = { ...none, words: ['食堂', '老人', '食堂'], bigrams: ['食堂', '老人'] };
const orchard = { ...none, words: ['果园'], bigrams: ['果园'] };

/** Fewer than a hundred passages are filled up. */
function idfOf(own: number, count: number): number {
  const passages = Math.max(100, own);
  return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
}

describe('term counts', () => {
  test('a term counts once per passage, words and bigrams apart', () => {
    const counts = createTermCounts(noTerms);
    counts.add(canteen);
    counts.add({ ...orchard, words: [...orchard.words, '食堂'] });
    expect(counts.passages()).toBe(2);
    expect(counts.idf('word', '食堂')).toBeCloseTo(idfOf(2, 2));
    expect(counts.idf('bigram', '食堂')).toBeCloseTo(idfOf(2, 1));
    expect(counts.idf('word', '没有')).toBeCloseTo(idfOf(2, 0));
  });

  test('in an index of one passage what it says weighs nearly what it does not say', () => {
    const counts = createTermCounts(noTerms, createTermBackground(wordVectors));
    counts.add(canteen);
    const [said, unsaid] = [counts.idf('word', '食堂'), counts.idf('word', '果园')];
    expect(said).toBeLessThan(unsaid);
    expect(said).toBeGreaterThan(0.6 * unsaid);
    expect(counts.idf('bigram', '食堂')).toBeGreaterThan(0.6 * counts.idf('bigram', '果园'));
    // What all print says tells nothing, here or elsewhere.
    expect(counts.idf('word', '和')).toBeLessThan(0.5);
    expect(counts.idf('bigram', '工作')).toBeLessThan(0.7 * unsaid);
  });

  test('what is removed counts no more', () => {
    const counts = createTermCounts(noTerms);
    counts.add(canteen);
    counts.add(orchard);
    counts.remove(canteen);
    expect(counts.passages()).toBe(1);
    expect(counts.idf('word', '食堂')).toBeCloseTo(idfOf(1, 0));
    expect(counts.idf('word', '果园')).toBeCloseTo(idfOf(1, 1));
  });

  test('a snapshot gives the same counts again, also after more changes', () => {
    const counts = createTermCounts(noTerms);
    for (let at = 0; at < 500; at += 1) counts.add({ ...none, words: [`词${at}`, '共'] });
    const snapshot = counts.snapshot();
    expect(snapshot.terms).toEqual(snapshot.terms.toSorted());
    const again = createTermCounts(snapshot);
    again.add({ ...none, words: ['新', '共'] });
    again.remove({ ...none, words: ['词7', '共'] });
    for (const kept of [again, createTermCounts(again.snapshot())]) {
      expect(kept.passages()).toBe(500);
      expect(kept.idf('word', '共')).toBeCloseTo(idfOf(500, 500));
      expect(kept.idf('word', '词7')).toBeCloseTo(idfOf(500, 0));
      expect(kept.idf('word', '词8')).toBeCloseTo(idfOf(500, 1));
      expect(kept.idf('word', '新')).toBeCloseTo(idfOf(500, 1));
    }
  });
});
