import { expect, test } from 'vitest';
import { timeRules } from '../../../../src/answering/verify/times/verify-times.ts';
import { readDraft } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';
import { judgeOf, rulesAgainst } from '../judge-of.ts';
import { judgeOfPipes } from '../water-pipes.ts';

test('「二十来年」 is no 「来年」', () => {
  expect(judgeOfPipes('旧水管用了二十来年。', '旧水管')).toBeUndefined();
  expect(judgeOfPipes('旧水管来年还能用。', '旧水管')).toBeDefined();
});

/** What the time rules find in a claim about a source, in an article of some body. */
function timeFault(claim: string, source: string, body = source): string | undefined {
  const article = makeArticle({ id: 'times', title: '题', organisations: [], body });
  const [passage] = splitArticle(article);
  if (passage === undefined) throw new Error('no passage');
  const read = readDraft({ text: claim, quotes: [{ article, passage, quote: source }] });
  return Object.values(timeRules)
    .map(({ find }) => find(read.claim, read.evidence))
    .find((word) => word !== undefined);
}

test.each([
  ...['年终于', '年终究', '年中国', '年中央', '年内部', '年内容', '年初中', '年底层', '年末尾'],
])('「今%s」 holds no end, middle or beginning of a year', (word) => {
  expect(timeFault(`今${word}有了着落。`, '今年有了着落。')).toBeUndefined();
});

test('one solar term is no other', () => {
  expect(timeFault('霜降前后果农最忙。', '谷雨前后果农最忙。')).toBe('霜降');
  expect(timeFault('谷雨前后果农最忙。', '谷雨前后果农最忙。')).toBeUndefined();
  expect(timeFault('村口那口井是明代打的。', '村口那口井是清代打的。')).toBe('明代');
});

test('a thing called after a weekday is no day, a weekday of its own is', () => {
  const body = '信箱取名“周三信箱”，每周三开箱。信只有两个人看。';
  expect(timeFault('周三信箱的信只有两个人看。', '信只有两个人看。', body)).toBeUndefined();
  expect(timeFault('周四来的信只有两个人看。', '信只有两个人看。', body)).toBe('周四');
});

test('an hour past noon tells the part of the day', () => {
  for (let hour = 19; hour < 24; hour += 1) {
    const source = `上午没有班，星光班${hour}时30分结束。`;
    expect(timeFault('星光班夜间结束。', source)).toBeUndefined();
    expect(timeFault('星光班中午结束。', source)).toBe('中午');
  }
});

test('「夜班」 is no time that rules another out', () => {
  expect(
    timeFault('趁凌晨的工间休息讲课。', '每周四凌晨1点，趁夜班工间休息讲课。'),
  ).toBeUndefined();
});

test.each([
  ['今年63岁的船工还在掌舵。', '63岁的船工还在掌舵，去年评上了先进。'],
  ['一年内修了9处。', '一年里修了9处，去年没有修。'],
  ['大家一起算清明账。', '账算在明处。'],
  ['今年入冬以来没有停过电。', '明年汛期前换新线。入冬以来没有停过电。'],
  ['泵站开到第二天早上6点。', '泵站22时开机，次日6时停机，每晚有人。'],
])('「%s」 may be said where it is told that %s', (claim, source) => {
  expect(timeFault(claim, source)).toBeUndefined();
});

test.each([
  ['他除夕还在船上。', '他大年初二还在船上。'],
  ['每月农历初一开集。', '每月农历十五开集。'],
  ['腊月十六办村晚。', '正月十六办村晚。'],
  ['本学期在两座楼推开。', '下学期在两座楼推开。'],
  ['收费以后次月开票。', '收费时当场开票。'],
  ['霜降前后鱼最多。', '谷雨前后，这里的鱼最多。'],
  ['船队每逢周一出海。', '船队每逢周二出海，5个工作日内返港。'],
  ['问题次日登记。', '问题当天登记。'],
  ['站里今年换了水泵。', '去年，站里换了水泵。'],
  ['2021年秋，他回到村里。', '2021年春天，他回到村里。'],
])('「%s」 is wrong where it is told that %s', (claim, source) => {
  expect(timeFault(claim, source)).toBeDefined();
});

test('a weekday within a name tells no day', () => {
  const source = '村里还办了“周末书桌”，每周六开放，到现在借书640册。';
  expect(timeFault('“周末书桌”每周日开放。', source)).toBe('周日');
  expect(timeFault('“周末书桌”每周六开放。', source)).toBeUndefined();
});

test('ten days of a month are told by a day of them', () => {
  expect(timeFault('到11月中旬，渠道已经清空。', '到11月15日，渠道全部清空。')).toBeUndefined();
  expect(timeFault('到11月下旬，渠道已经清空。', '到11月中旬，渠道全部清空。')).toBe('下旬');
});

test('the same time of the year before is told by 同比', () => {
  expect(timeFault('投诉比去年同期少了。', '开闸以来投诉同比下降68%。')).toBeUndefined();
});

test('how old somebody is this year is no time of what happened', () => {
  const source = '守塔人秦素今年83岁，去年10月9日在塔下摔倒。';
  expect(timeFault('守塔人秦素去年10月9日在塔下摔倒。', source)).toBeUndefined();
});

test.each([
  ['乡里明年再修一座桥。', '乡里后年再修一座桥。', '乡里来年再修一座桥。'],
  [
    '去年4月头一回选址，没人同意。',
    '今年4月头一回选址，没人同意。',
    '去年4月第一次选址，没人同意。',
  ],
  ['货船傍晚靠岸。', '货船清早靠岸。', '货船黄昏靠岸。'],
  ['分红在腊月廿六。', '分红在正月二十六。', '分红是腊月二十六。'],
])('a claim that tells another time is stopped: %s is not %s', (body, wrong, right) => {
  expect(judgeOf(wrong, body)).toBe('number');
  expect(rulesAgainst(right, body)).not.toContain('other-time');
  expect(rulesAgainst(right, body)).not.toContain('untold-time');
});

test.each([
  ['今年上半年没有停航，而去年同期停了4次。', '去年上半年停航4次。'],
  ['队里今年买了拖船，次年还要添一条。', '队里明年还要添一条。'],
  ['队里4月下水试航。', '队里春天下水试航。'],
  ['双休日不出船，平时六点收工。', '工作日六点收工。'],
  ['泵房昼夜有人。', '泵房白天黑夜都有人。'],
  ['正月里船队歇工。', '过年时船队歇工。'],
  ['去年雨季垮了一处堤。', '去年夏天垮了一处堤。'],
])('%s tells the time of %s in other words', (body, claim) => {
  expect(rulesAgainst(claim, body).filter((name) => name.endsWith('-time'))).toEqual([]);
});
