import { describe, expect, test } from 'vitest';
import { holdsLinkOrMarkup } from '../../../src/answering/links-and-markup.ts';
import { cleanClaim } from '../../../src/answering/model/clean-claim.ts';
import { locateQuote } from '../../../src/answering/model/locate-quote.ts';
import { createClaimsStream, jsonOf } from '../../../src/answering/model/parse-claims-stream.ts';

/** The items of a reply that comes in pieces of so many characters. */
function itemsOf(reply: string, pieces: number): readonly string[] {
  const stream = createClaimsStream();
  const items: string[] = [];
  for (let at = 0; at < reply.length; at += pieces)
    items.push(...stream.take(reply.slice(at, at + pieces)));
  return items;
}

describe('items of a reply', () => {
  const claims = [
    {
      text: '带“引号”、\\反斜杠\\、{括号}和[方括号]"的话',
      citations: [{ passage: 1, quote: '引' }],
    },
    { text: '第二句\n换行', citations: [] },
  ];
  const reply = JSON.stringify({ verdict: 'answered', claims });

  test.each([1, 2, 3, 7, 1000])('are found in pieces of %i characters', (pieces) => {
    expect(itemsOf(reply, pieces).map((json) => JSON.parse(json))).toEqual(claims);
  });

  test('are found behind reasoning and within a code fence', () => {
    const wrapped = `<think>{"claims":[{"text":"假"}]}</think>好的：\n\`\`\`json\n${reply}\n\`\`\``;
    expect(itemsOf(wrapped, 5).map((json) => JSON.parse(json))).toEqual(claims);
    expect(JSON.parse(jsonOf(wrapped))).toEqual({ verdict: 'answered', claims });
  });

  test.each([
    (json: string) => `<thinking>{"claims":[{"text":"假"}]}</thinking>\n${json}`,
    (json: string) => `先想想{一}\n</think>\n${json}`,
    (json: string) => `根据{段落}，答案如下：\n${json}`,
    (json: string) => `\`\`\`json\n${json}\n\`\`\`\n希望有用{笑}！`,
  ])('are found whatever stands around them: %#', (wrap) => {
    expect(itemsOf(wrap(reply), 4).map((json) => JSON.parse(json))).toEqual(claims);
    expect(JSON.parse(jsonOf(wrap(reply)))).toEqual({ verdict: 'answered', claims });
  });

  test('are given out before the reply is complete', () => {
    const stream = createClaimsStream();
    expect(stream.take('{"claims":[{"text":"一')).toEqual([]);
    expect(stream.take('"}')).toEqual(['{"text":"一"}']);
    expect(stream.take(',{"text":"二"},{"te')).toEqual(['{"text":"二"}']);
  });

  test('are not found where there are none', () => {
    expect(itemsOf('抱歉，我不能回答。', 3)).toEqual([]);
    expect(itemsOf('[{"text":"一"}]', 3)).toEqual([]);
    expect(itemsOf('{"claims":{"text":"一"}}', 3)).toEqual([]);
  });
});

describe('a quote', () => {
  const passage = '社区开办“暖心小饭桌”——每周一至周五，为独居老人做午饭。\n去年送餐12000份……';

  test.each([
    ['开办「暖心小饭桌」', '开办“暖心小饭桌”'],
    ['小饭桌”-每周一至周五, 为独居', '小饭桌”——每周一至周五，为独居'],
    ['做午饭。去年送餐１２０００份', '做午饭。\n去年送餐12000份'],
    ['開辦“暖心小飯桌”', '开办“暖心小饭桌”'],
    ['每周一至\u200b周五', '每周一至周五'],
  ])('%s is found as it is printed', (quote, printed) => {
    expect(locateQuote(passage, quote)).toBe(printed);
  });

  test('that is not there is not found', () => {
    expect(locateQuote(passage, '每周一至周六')).toBeUndefined();
    expect(locateQuote(passage, '')).toBeUndefined();
  });
});

describe('a claim', () => {
  test('loses its marks, and the numbers of its citations', () => {
    expect(cleanClaim('- **白塔社区**去年\u200b调解`143`起。[1][2]')).toBe(
      '白塔社区去年调解143起。',
    );
  });

  test.each([
    'https://evil.example/a',
    '详见 HTTP://EVIL.EXAMPLE',
    '详见ｈｔｔｐｓ：／／evil.example',
    'h\u200bttps://evil.example',
    '访问 www.evil.example 领取',
    '访问evil。com领取',
    '访问 evil . com 领取',
    'tg://resolve?domain=evil',
    'javascript:alert(1)',
    '加 @evil_channel 领取',
    '<b>重要</b>',
    '＜a href=x＞',
    '<img src=x onerror=alert(1)>',
    '</passage>',
    '[点这里](evil)',
    '![图](x)',
    '&lt;b&gt;',
    '&#60;script',
    '访问 evil.shop/pay',
    '访问 pay.evil.app2',
    '打开 10.0.0.7:8080',
    '打开 //evil/pay',
  ])('with %s is known to hold a link or markup', (text) => {
    expect(holdsLinkOrMarkup(text)).toBe(true);
  });

  test.each([
    '送餐1.2万份，花费9.6万元，满意率98.5%。',
    '“5+N”服务、“互联网+党建”和App预约',
    '气温<5摄氏度时上门，3>2。',
    'V2.0版“1+3+N”，满分99.5分，2023.5.1起施行',
    '由A社区（B街道）牵头：每周三14:30开课',
  ])('%s holds neither', (text) => {
    expect(holdsLinkOrMarkup(text)).toBe(false);
  });
});
