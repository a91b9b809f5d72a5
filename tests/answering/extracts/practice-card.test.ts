import { expect, test } from 'vitest';
import { type CardField, makePracticeCard } from '../../../src/answering/extracts/practice-card.ts';
import { makeArticle } from '../sample-articles.ts';

const canteen = makeArticle({
  id: 'canteen',
  kicker: '青石镇白塔社区：',
  title: '一碗热饭',
  organisations: ['青石镇白塔社区'],
  orgTypes: ['社区'],
  places: ['河湾市', '青石镇'],
  keyFigures: [
    { value: '12', unit: '名', counts: '党员' },
    { value: '99', unit: '个', counts: '网格' },
  ],
  body: [
    '白塔社区的独居老人有近百名，吃饭难以解决。',
    '社区党支部组织12名党员轮流值班，联合餐馆建立老年食堂。',
    '如今送餐累计3600份，老人的满意率提高到98%。',
    '春天的白塔公园很美。',
  ].join('\n'),
});
const textOf = (field: CardField | null) => field?.text;
const quotesOf = (field: CardField | null) => field?.quotes.map(({ quote }) => quote);

test('each field of a card is told by a sentence of the article, and each by its own', () => {
  const card = makePracticeCard(canteen);
  expect(quotesOf(card.problem)).toEqual(['白塔社区的独居老人有近百名，吃饭难以解决。']);
  expect(quotesOf(card.deeds)).toEqual(['社区党支部组织12名党员轮流值班，联合餐馆建立老年食堂。']);
  expect(quotesOf(card.results)).toEqual(['如今送餐累计3600份，老人的满意率提高到98%。']);
  expect(textOf(card.figures)).toBe('党员 12名');
  for (const { passage, quote } of card.problem?.quotes ?? []) {
    expect(canteen.body.slice(passage.start, passage.start + passage.text.length)).toContain(quote);
  }
});

test('organisation, place and kind stand in a sentence or in the heading, or are left empty', () => {
  const card = makePracticeCard(canteen);
  expect(textOf(card.organisation)).toBe('青石镇白塔社区');
  expect(textOf(card.orgType)).toBe('社区');
  // 河湾市 is in the front matter only: the text does not say it.
  expect([textOf(card.place), quotesOf(card.place)]).toEqual(['青石镇', []]);
});

test('what the text does not say stays empty', () => {
  const bare = makeArticle({ id: 'bare', orgTypes: ['社区'], body: '春天的公园很美，花开了。' });
  const { article: _, ...fields } = makePracticeCard(bare);
  expect(fields).toEqual({
    organisation: null,
    place: null,
    orgType: null,
    problem: null,
    deeds: null,
    results: null,
    figures: null,
  });
});

test.each(['我们要攻坚克难，为困难群众排忧解难。', '下一步将建成食堂，力争让老人的满意率提高。'])(
  'a slogan or a wish is neither a problem nor a result: %s',
  (body) => {
    const { problem, results } = makePracticeCard(makeArticle({ id: 'slogan', body }));
    expect([problem, results]).toEqual([null, null]);
  },
);

test('a commentary tells of no practice of its own', () => {
  const card = makePracticeCard({ ...canteen, kind: 'commentary' });
  expect([card.problem, card.deeds, card.results]).toEqual([null, null, null]);
});

test('a problem that is named as one is the problem, though the sentence goes on with what was done', () => {
  const body =
    '针对主题活动“同质化”的毛病，街道定下“规定动作标准化”的原则，活动由此有了看头。春天的公园很美。';
  const { problem } = makePracticeCard(makeArticle({ id: 'named', body }));
  expect(quotesOf(problem)?.join('')).toContain('针对主题活动“同质化”的毛病');
});

test('how it was done is the practice, whatever came of it', () => {
  const body = [
    '街道用“拆墙并院”的办法把五个小院合并成一个：高墙打通了，死角清除了，停车位划出68个。',
    '如今居民的满意率提高到98%，街道获得“先进集体”称号。',
  ].join('\n');
  const { deeds, results } = makePracticeCard(makeArticle({ id: 'walls', body }));
  expect(quotesOf(deeds)?.join('')).toContain('拆墙并院');
  expect(quotesOf(results)?.join('')).not.toContain('拆墙并院');
});

test('a card made for a question tells first of what is asked', () => {
  const body = [
    '街道用“拆墙并院”的办法把五个小院合并成一个，组织居民清除死角，建起停车棚，划出停车位68个。',
    '街道划分68个网格，选派楼栋长，组成网格党支部。',
    '街道联合医院开展义诊，上门送药，举办健康讲座，成立康复小组。',
  ].join('\n');
  const article = makeArticle({ id: 'street', body });
  const told = (question?: string) => textOf(makePracticeCard(article, question).deeds);
  expect(told('网格怎么划？')).toContain('68个网格');
  expect(told('义诊怎么办？')).toContain('上门送药');
  expect(told()).toContain('拆墙并院');
});

test('what a figure counts may be told in other words, never by another figure', () => {
  const body = '机关开展专题调研，写出调研报告21篇。年底有网格121篇日志。';
  const article = makeArticle({
    id: 'reports',
    keyFigures: [
      { value: '21', unit: '篇', counts: '专题调研形成的调研报告' },
      { value: '1', unit: '篇', counts: '日志' },
    ],
    body,
  });
  expect(textOf(makePracticeCard(article).figures)).toBe('专题调研形成的调研报告 21篇');
});

test('a list that the cut between two passages parts is told to its end', () => {
  const list =
    '每个支部组织这些活动：重温誓词；参观基地；看望慰问困难群众；请老党员讲课；召开座谈会；开展志愿服务。';
  // Somewhere a passage of some 300 characters ends within the list.
  const cards = Array.from({ length: 12 }, (_, at) => {
    const before = `${'春天的公园很美，花开得早。'.repeat(18)}${'天很蓝。'.repeat(at)}`;
    return makePracticeCard(makeArticle({ id: `list-${at}`, body: before + list }));
  });
  const parted = cards.filter(({ deeds }) => deeds !== null && deeds.quotes.length > 1);
  expect(parted.length).toBeGreaterThan(0);
  for (const { deeds } of cards) expect(textOf(deeds)).toMatch(/开展志愿服务。$/u);
});
