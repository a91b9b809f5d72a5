import { expect, test } from 'vitest';
import { kindRules } from '../../../../src/answering/verify/names/verify-kinds.ts';
import { read } from '../judge-of.ts';

const body = [
  '运输二队的检修班去年把泵站搬到了鹿角岭下，离丰乐村不远。',
  '花灯会明年将在卫星桥、老盐仓两个片区再办，南岸的渡口不收费。',
  '补贴由县民政局发放，账本放在祠堂里，谁都能看。',
].join('');

test.each([
  ['other-of-kind', '检修班把泵站搬到了马鞍岭下。', '马鞍岭'],
  ['other-of-kind', '泵站离永兴村不远。', '永兴村'],
  ['other-kind', '泵站搬到了马鞍坡下。', '马鞍坡'],
  ['listed-otherwise', '花灯会明年在卫星桥和铁匠营两个片区再办。', '铁匠营'],
  ['other-side', '北岸的渡口不收费。', '北岸'],
  ['other-body', '补贴是县教育局发的。', '教育局'],
  ['other-where', '账本放在了小卖部的仓库里，谁都能看。', '仓库'],
])('%s: %s', (rule, claim, found) => {
  expect(kindRules[rule]?.find(...read(claim, body))).toBe(found);
});

test('a place of the article that is not what is cited is found', () => {
  const quote = '腊月里，磨坊的水渠修通了。';
  const other = '渠首在白鹭坪，由村民轮流看守。';
  const rule = kindRules['named-elsewhere'];
  expect(rule?.find(...read('白鹭坪的水渠修通了。', quote + other, quote))).toBe('白鹭坪');
  expect(rule?.find(...read('磨坊的水渠修通了。', quote + other, quote))).toBeUndefined();
});

test.each([
  '去年，运输二队检修班搬走了泵站，新址就在鹿角岭下。',
  '老盐仓和卫星桥两个片区明年要再办花灯会。',
  '渡口在南岸，过河不要钱。',
])('what the source names is no other: %s', (claim) => {
  for (const { find } of Object.values(kindRules))
    expect(find(...read(claim, body))).toBeUndefined();
});

test.each([
  [
    'other-head',
    '热轧车间的学徒修好了水泵。',
    '铸造车间的学徒修好了水泵。',
    '热轧车间的水泵是学徒修的。',
  ],
  ['other-head', '口腔科、皮肤科也开夜诊。', '口腔科和眼科也开夜诊。', '皮肤科和口腔科也开夜诊。'],
  ['other-reach', '清单将在全市推广。', '清单将在全省推广。', '全市都将推广清单。'],
  [
    'other-town',
    '托办的事随渡船带到镇上办理。',
    '托办的事带到县城去办。',
    '托办的事带到镇上去办。',
  ],
])(
  '%s: where it is told that %s, one may not say %s, but %s',
  (...[rule, source, wrong, right]) => {
    const find = kindRules[rule ?? '']?.find;
    expect(find?.(...read(wrong ?? '', source ?? ''))).toBeDefined();
    expect(find?.(...read(right ?? '', source ?? ''))).toBeUndefined();
  },
);
