import { expect, test } from 'vitest';
import { figureRules } from '../../../../src/answering/verify/numbers/verify-figures.ts';
import { numberRules } from '../../../../src/answering/verify/numbers/verify-numbers.ts';
import { readDraft } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';

/** Which rules of figures find something in a claim about a source. */
function rulesAgainst(claim: string, source: string): readonly string[] {
  const article = makeArticle({ id: 'figures', title: '题', organisations: [], body: source });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: source }));
  const read = readDraft({ text: claim, quotes });
  return Object.entries({ ...figureRules, ...numberRules })
    .filter(([, { find }]) => find(read.claim, read.evidence) !== undefined)
    .map(([name]) => name);
}

test.each([
  [
    'changed-places',
    '码头只有310个泊位，船却有700多条。',
    '码头有700多个泊位，船却只有310条。',
    '码头的泊位有310个，船有700多条。',
  ],
  [
    'of-another',
    '全乡27口老井中已有11口照此修好，预计明年底前再添8口。',
    '全乡27口老井里，已经照此修好的是8口。',
    '全乡27口老井里，已经照此修好的是11口。',
  ],
  [
    'of-another',
    '夜校第一期培训62人，第二期培训85人。',
    '夜校第一期培训了85人。',
    '夜校第二期培训了85人。',
  ],
  [
    'of-another',
    '修堤投入从去年的12万元增加到今年的30万元。',
    '去年投入30万元修堤。',
    '今年投入30万元修堤。',
  ],
  ['of-another', '水渠6月初动工，10月中旬通水。', '水渠十月中旬动工。', '水渠六月初动工。'],
  [
    'other-partner',
    '船队以五级风和七级风为两条线，分别减载20吨和40吨。',
    '到五级风减载40吨，到七级风减载20吨。',
    '到五级风减载20吨，到七级风减载40吨。',
  ],
  [
    'other-end',
    '办证的材料由五份减为两份，三天办好。',
    '办证的材料由五份减到了三份。',
    '办证的材料从五份减到两份。',
  ],
  ['other-lettered', '食堂开在a座一层。', '食堂开在b座一层。', '食堂开在a座。'],
  [
    'other-partner',
    '船队获一等奖2项、二等奖5项。',
    '船队获一等奖5项、二等奖2项。',
    '船队拿了两项一等奖、五项二等奖。',
  ],
  [
    'turned-range',
    '夜校每周二傍晚六点到七点四十分开课。',
    '夜校从傍晚七点四十分开始。',
    '夜校从傍晚六点开始。',
  ],
  [
    'other-kind',
    '巡护办法正在全县21条河流推开。',
    '全县21个乡镇正在推开巡护办法。',
    '全县21条河流正在推开巡护办法。',
  ],
  [
    'turned-round',
    '巡河队从11人增加到今天的58人。',
    '巡河队从58人变成11人。',
    '巡河队从11人增加到58人。',
  ],
])('%s is found: where %s, one may not say %s, but %s', (rule, ...[source, wrong, right]) => {
  expect(rulesAgainst(wrong, source)).toContain(rule);
  expect(rulesAgainst(right, source)).toEqual([]);
});

test('two figures that keep their measures have not changed places', () => {
  const source = '她为学唱戏记了两本共260多条的唱词笔记。';
  expect(rulesAgainst('她为学唱戏记了两本笔记，共有260多条。', source)).toEqual([]);
});
