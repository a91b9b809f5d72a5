import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/corpus/fold-text.ts';
import { unfoldRadicals } from '../../src/corpus/formats/unfold-radicals.ts';
import { findDefects } from '../../src/corpus/page/find-defects.ts';
import { tidyLine } from '../../src/corpus/page/page-lines.ts';
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

  test('nothing but white space is lost', () => {
    const text = '没有句号的一行\n\n……省略号。！！连着的  ；末尾';
    const joined = splitSentences(text)
      .map((sentence) => sentence.text)
      .join('');
    expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(splitSentences(' \n ')).toEqual([]);
  });
});

describe('tidying a line', () => {
  test.each([
    ['的 发 现 、储 备 、培 养 及', '的发现、储备、培养及'],
    ['12345 热 线 表 扬 410 次 ，表 扬 信', '12345 热线表扬 410 次，表扬信'],
    ['　　把修鞋摊  请进院子 ', '把修鞋摊 请进院子'],
    ['记者 郭 静 李 明', '记者 郭 静 李 明'],
  ])('%s', (raw, expected) => {
    expect(tidyLine(raw)).toBe(expected);
  });

  test('radicals that a PDF gives for characters are turned back', () => {
    expect(unfoldRadicals('⼤家的⻔⼝有⻋，⼈⺠⽇报')).toBe('大家的门口有车，人民日报');
  });
});

describe('defects of print', () => {
  test.each([
    [
      '攻关组动起了脑筋，攻关组动起了脑筋，把风引进来。',
      '“攻关组动起了脑筋，”重复印了两遍，照原样保留。',
    ],
    ['占全部业务的的两成。', '“的的”多印了一个字，照原样保留。'],
    ['一场“乡音宣讲“开始了。', '“乡音宣讲”的后引号印成了前引号，照原样保留。'],
    ['脚己经泡得发白。', '“己经”疑为“已经”，照原样保留。'],
  ])('%s', (body, defect) => {
    expect(findDefects(body)).toEqual([defect]);
  });

  test('clean text has none', () => {
    expect(findDefects('“三会一课”和“主题党日”都有了，是是非非也少了。他的的确确来过。')).toEqual(
      [],
    );
  });
});
