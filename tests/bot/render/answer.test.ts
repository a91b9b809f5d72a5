import { expect, test } from 'vitest';
import type { Answer, Citation } from '../../../src/answering/answer.ts';
import { renderAnswer } from '../../../src/bot/render/answer.ts';
import type { Source } from '../../../src/corpus/article.ts';
import { answered, notFound } from '../../support/sample-answers.ts';

const kept = (answer: Answer) => ({
  id: 'AAAAAAAAAAAA',
  chatId: 1,
  readerId: 1,
  answeredAt: 0,
  answer,
});
const htmlOf = (answer: Answer) => renderAnswer(kept(answer)).map(({ html }) => html);

test('an answer as HTML, exactly', () => {
  expect(renderAnswer(kept(answered))).toEqual([
    {
      html: [
        '柳林社区：社区党委把闲置车棚改成食堂，每餐收费8元。[1]',
        '',
        '南桥社区：老人凭卡就餐打七折，行动不便的由人送餐。[2][3]',
        '',
        '<b>出处</b>',
        '[1][3] 一碗热饭暖老人 · 柳林社区 · 刊期未注明 · 改写',
        '[2] 邻里厨房 &lt;天天&gt; 开火 &amp; 送餐 · 南桥社区 · 《河湾日报》2024-03-05 第3版 · 原文',
      ].join('\n'),
      keyboard: [
        [
          { text: '[1][3] 柳林社区', callback_data: 'p:AAAAAAAAAAAA:1' },
          { text: '[2] 南桥社区', callback_data: 'p:AAAAAAAAAAAA:2' },
        ],
        [{ text: '对比', callback_data: 'c:AAAAAAAAAAAA' }],
        [
          { text: '👍', callback_data: 'v:AAAAAAAAAAAA:up' },
          { text: '👎', callback_data: 'v:AAAAAAAAAAAA:down' },
          { text: '换一批', callback_data: 'm:AAAAAAAAAAAA' },
        ],
      ],
    },
  ]);
});

test('notes stand between the claims and the sources', () => {
  const note = '两处数字不一致：《甲》写的是“8元”，《乙》写的是“9元”，请以原文和实际情况为准。';
  const [html] = htmlOf({ ...answered, notes: [note] });
  expect(html).toContain(`送餐。[2][3]\n\n<i>${note}</i>\n\n<b>出处</b>`);
});

test('that excerpts follow is said before them', () => {
  const degraded = '模型暂不可用，以下为原文摘录。';
  const [html] = htmlOf({ ...answered, by: 'extract', notes: ['另有两篇相近。', degraded] });
  expect(html).toMatch(/^<i>模型暂不可用，以下为原文摘录。<\/i>\n\n柳林社区：/u);
  expect(html).toContain('送餐。[2][3]\n\n<i>另有两篇相近。</i>\n\n<b>出处</b>');
});

const printed = { file: 'f.md', url: null, publication: null, date: null, page: null };

interface SourceCase {
  readonly named: string;
  readonly source: Source;
  readonly text: Citation['text'];
  readonly words: string;
}

test.each<SourceCase>([
  { named: 'nothing', source: printed, text: 'original', words: '刊期未注明 · 原文' },
  {
    named: 'the paper',
    source: { ...printed, publication: '《晨报》' },
    text: 'rewritten',
    words: '《晨报》刊期未注明 · 改写',
  },
  {
    named: 'the date',
    source: { ...printed, date: '2024-03-05', page: '第A2版' },
    text: 'original',
    words: '2024-03-05 第A2版 · 原文',
  },
  { named: 'a reader', source: printed, text: 'contributed', words: '读者投稿' },
])('of a source that names $named no more is said', ({ source, text, words }) => {
  const [first] = answered.citations;
  const citation: Citation = { ...first, organisation: null, title: null, source, text };
  const [html] = htmlOf({ ...answered, citations: [citation] });
  expect(html).toMatch(new RegExp(`\\[1\\] （原文无标题） · ${words}$`));
});

test.each([
  ['回民区滨河街街道西茶坊社区', '西茶坊社区'],
  ['呼和浩特市新城区委组织部党支部', '委组织部党支部'],
  ['市公安局反恐和特巡警支队机动大队二中队', '市公安局反恐和特巡警支…'],
  ['土默特左旗察素齐镇水磨村党支部委员会', '水磨村党支部委员会'],
  ['赛罕区大学东路街道', '赛罕区大学东路街道'],
])('the button of %s says %s', (organisation, label) => {
  const citation: Citation = { ...answered.citations[0], organisation };
  const [message] = renderAnswer(kept({ ...answered, citations: [citation] }));
  expect(message?.keyboard[0]?.[0]?.text).toBe(`[1] ${label}`);
});

test('an answer above 4,096 units is split between claims, its buttons below the last message', () => {
  const claims = Array.from({ length: 5 }, (_, n) => ({
    text: `${n}${'长'.repeat(1500)}。`,
    citations: [1] as const,
  }));
  const [first, ...rest] = claims;
  const messages = renderAnswer(kept({ ...answered, claims: [first!, ...rest] }));
  expect(messages.map(({ html }) => html.match(/^\d|(?<=\n)\d/g))).toEqual([
    ['0', '1'],
    ['2', '3'],
    ['4'],
  ]);
  expect(messages.map(({ keyboard }) => keyboard.length)).toEqual([0, 0, 3]);
});

test.each([
  [
    'a refusal',
    { ...notFound, kind: 'refused' as const, nearest: [], notes: ['茶座不提供。'] },
    '茶座不提供。',
  ],
  ['small talk', { ...notFound, kind: 'chat' as const, nearest: [], notes: ['您好！'] }, '您好！'],
  [
    'nothing near',
    { ...notFound, nearest: [], notes: [] },
    '没有找到能回答这个问题的文章。\n\n可以换个说法，或写上单位、做法、活动的名称再问一次。',
  ],
])('%s is said without buttons', (_, answer, html) => {
  expect(renderAnswer(kept(answer))).toEqual([{ html, keyboard: [] }]);
});

test('a near article without a title is named by whose it is', () => {
  const nearest = [
    { articleId: 'a', title: null, organisation: '回民区滨河街街道西茶坊社区' },
    { articleId: 'b', title: null },
  ];
  const [message] = renderAnswer(kept({ ...notFound, nearest }));
  expect(message?.keyboard.flat().map(({ text }) => text)).toEqual([
    '西茶坊社区（原文无标题）',
    '（原文无标题）',
  ]);
});
