import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/corpus/fold-text.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';

describe('folding for matching', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['養老服務', '养老服务'],
    ['老\u200b人\ufeff', '老人'],
    ['（党建＋）', '(党建+)'],
  ])('%s', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });
});

describe('cutting into sentences', () => {
  test('closing quotation marks stay with their sentence', () => {
    const text = '他说：“来吧。”大家都来了！\n第二天，天晴；人多。';
    const sentences = splitSentences(text);
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      '他说：“来吧。”',
      '大家都来了！',
      '第二天，天晴；',
      '人多。',
    ]);
    for (const { text: sentence, start } of sentences) {
      expect(text.slice(start, start + sentence.length)).toBe(sentence);
    }
  });

  test('a sentence goes on where a comma follows the closing quotation mark', () => {
    const text = '文章引用“没有调查就没有发言权。”，提出要求。“谁来办？”、“怎么办？”都写清楚。';
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual([
      '文章引用“没有调查就没有发言权。”，提出要求。',
      '“谁来办？”、“怎么办？”',
      '都写清楚。',
    ]);
  });

  test('nothing but white space is lost', () => {
    const text = '没有句号的一行\n\n……省略号。！！连着的  ；末尾';
    const joined = splitSentences(text)
      .map((sentence) => sentence.text)
      .join('');
    expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(splitSentences(' \n ')).toEqual([]);
  });
});
