import { expect, test } from 'vitest';
import { leadInFor } from '../../src/answering/lead-in.ts';
import { verifyClaims } from '../../src/answering/verify/verify.ts';
import type { Article } from '../../src/corpus/article.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { makeArticle } from './sample-articles.ts';

function leadIn(article: Article, quote: string, follows?: 'another') {
  const passage = splitArticle(article).find(({ text }) => text.includes(quote));
  if (passage === undefined) throw new Error(`「${quote}」 stands in no passage`);
  return leadInFor({ article, passage, quote, follows });
}

const council = makeArticle({
  id: 'council',
  kicker: '云泽市人大常委会',
  organisations: ['云泽市人大常委会', '柳荫社区'],
  body: [
    '机关建立了联系点机制：同包联共建的柳荫社区签了协议书。',
    '机关四个党支部先后到包联的柳荫社区开展主题党日活动。',
    '共建由柳荫社区党支部牵头。',
    '近年来，市人大常委会用好书屋和讲堂。',
  ].join(''),
});

test.each([
  '机关建立了联系点机制：同包联共建的柳荫社区签了协议书。',
  '机关四个党支部先后到包联的柳荫社区开展主题党日活动。',
])('a body that a sentence has to do with is not its own: %s', (quote) => {
  expect(leadIn(council, quote)).toBe('云泽市人大常委会');
});

test.each(['共建由柳荫社区党支部牵头。', '近年来，市人大常委会用好书屋和讲堂。'])(
  'who does it is named: %s',
  (quote) => {
    expect(leadIn(council, quote)).toBeUndefined();
  },
);

test.each([
  '事业部制定了学习培训计划。',
  '照片拍的是这个事业部的读书活动。',
  '该公司给支部编了教材。',
])('a word for any such body names none: %s', (quote) => {
  const name = '青渡能源开发有限公司沐西新能源事业部';
  const article = makeArticle({ id: 'branch', organisations: [name], body: quote });
  expect(leadIn(article, quote)).toBe(name);
});

test('an organisation that the dictionary cuts is not named twice', () => {
  const body = '杨树坡村党支部今年修了两条路。';
  const article = makeArticle({ id: 'village', organisations: ['杨树坡村党支部'], body });
  expect(leadIn(article, body)).toBeUndefined();
  const later = '为了把事情办好，杨树坡村党支部今年修了两条路。';
  expect(leadIn({ ...article, body: later }, later)).toBeUndefined();
});

test('a surname that is cut off with the title before it stays with its name', () => {
  const quote = '据他介绍，旗里组织过考察。';
  const article = makeArticle({
    id: 'banner',
    organisations: ['岚溪旗'],
    body: `岚溪旗旗委书记崔景翔谈起了变化。${quote}`,
  });
  expect(leadIn(article, quote)).toBe('崔景翔');
});

test('of several persons the one named last is meant', () => {
  const quote = '2013年，他开通了公众号。';
  const article = makeArticle({
    id: 'police',
    organisations: ['岚溪旗交警大队'],
    body: `民警巴特尔在路口执勤。党支部书记李卫军在大队工作了十年。${quote}`,
  });
  expect(leadIn(article, quote)).toBe('李卫军');
});

test('a claim that its title leads in is verified like any other', () => {
  const body = '照片里的人围坐着读书，读书会每月办一次。';
  const article = makeArticle({ id: 'caption', title: '书香满屋', body });
  const [passage] = splitArticle(article);
  if (passage === undefined) throw new Error('no passage');
  const text = `《书香满屋》：${body}`;
  const { kept } = verifyClaims([{ text, quotes: [{ article, passage, quote: body }] }]);
  expect(kept.map((claim) => claim.text)).toEqual([text]);
});

test('an article without an organisation goes by its title behind another one', () => {
  const quote = '照片里是一次读书活动。';
  const article = makeArticle({ id: 'caption', title: '书香满屋', body: quote });
  expect(leadIn(article, quote, 'another')).toBe('《书香满屋》');
  expect(leadIn(article, quote)).toBeUndefined();
});
