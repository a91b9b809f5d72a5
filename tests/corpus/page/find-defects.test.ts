import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/corpus/page/find-defects.ts';

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
