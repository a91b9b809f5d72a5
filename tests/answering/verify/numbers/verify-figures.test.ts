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
    'counts-other-kind',
    '巡护办法正在全县21条河流推开。',
    '全县21个乡镇正在推开巡护办法。',
    '全县21条河流正在推开巡护办法。',
  ],
  [
    'turned-round',
    '工棚由10人一间改为4人一间。',
    '工棚从4人一间改成了10人一间。',
    '工棚从10人一间改成了4人一间。',
  ],
  [
    'exchanged-units',
    '渡口有航线14条、渡船62艘。',
    '渡口有62条航线、14艘渡船。',
    '渡口有14条航线、62艘渡船。',
  ],
  [
    'exchanged-years',
    '落水事件由2019年的13起降到去年的2起。',
    '2019年有落水2起，去年有13起。',
    '落水事件2019年有13起，去年有2起。',
  ],
  [
    'exchanged-periods',
    '今年上半年没有发生一起撞船，去年同期有3起。',
    '去年上半年没有发生撞船，今年同期有3起。',
    '今年上半年没有发生撞船，去年同期有3起。',
  ],
  [
    'noun-of-another',
    '巡堤队由12名渔民和5名教师组成。',
    '巡堤队里有5名渔民和12名教师。',
    '巡堤队里有5名教师和12名渔民。',
  ],
  [
    'households-for-people',
    '全镇常住人口3.6万，以打鱼为生。',
    '全镇常住人口有3.6万户。',
    '全镇常住人口有3.6万人。',
  ],
  [
    'other-amount',
    '深夜的候船室里还坐着十几个人。',
    '深夜的候船室里坐着几十个人。',
    '深夜的候船室里坐着十几个人。',
  ],
  [
    'other-span',
    '船员每次出海前看一分钟的安全短片。',
    '船员每次出海前看一小时的安全短片。',
    '船员每次出海前看一分钟安全短片。',
  ],
  [
    'other-role',
    '修坝要钱，县里补助25万元，缺口还有8万元。',
    '县里补助之后，修坝资金还差25万元。',
    '县里补助25万元之后，修坝资金还差8万元。',
  ],
  [
    'other-rank',
    '去年，渔村的环境评比升至全镇第五。',
    '去年渔村的环境评比排到全镇第三。',
    '去年渔村的环境评比排到全镇第五。',
  ],
  [
    'from-the-end',
    '前年，渔村的环境评比在镇里排倒数第三。',
    '前年渔村的环境评比在镇里排第三。',
    '前年渔村在镇里排倒数第三。',
  ],
  [
    'turned-bound',
    '船队的碰头会每次不超过三十分钟。',
    '船队的碰头会每次至少要开30分钟。',
    '船队的碰头会每次最多30分钟。',
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
