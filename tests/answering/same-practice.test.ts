import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { oncePerPractice, withoutPractices } from '../../src/answering/same-practice.ts';
import type { Article } from '../../src/corpus/article.ts';
import { answerBy } from './answer-by.ts';
import { converseWith } from './converse.ts';
import { elderCare, elderVisit, gridWork, makeArticle, searchOver } from './sample-articles.ts';

/** The page that the article was rewritten from. */
const printed = makeArticle({
  id: 'printed',
  title: '小饭桌暖了老人心',
  organisations: ['桥头社区'],
  text: 'original',
  body: [
    '近年来，桥头社区共有独居老人86名，子女多在外地务工，一日三餐成了老人的心事。',
    '为此，社区党支部牵头开办了“暖心小饭桌”，每周一至周五为高龄、独居老人做午饭，对行动不便的老人由志愿者送餐上门。',
    '社区还组织党员分片包户，坚持每天上门看一次水电气，并给每位老人建立了一张联系卡。',
    '据悉，小饭桌自2021年3月开办以来，一年来共送餐1.2万份，花费9.6万元，其中商户捐助6万元。',
    '社区书记林秀兰说：“老人吃好一顿饭，家里人就放心一天。我们没有收过一分钱。”',
  ].join('\n'),
});
const withBody = (article: Article, id: string, body: string) =>
  makeArticle({ ...article, id, body });

const ids = (list: readonly { readonly article: Article }[]) =>
  list.map(({ article }) => article.id);
const of = (...articles: readonly Article[]) => articles.map((article) => ({ article }));

test('a page as printed and its rewritten article are one practice', () => {
  expect(ids(oncePerPractice(of(elderCare, printed, elderVisit)))).toEqual([
    'elder-care',
    'elder-visit',
  ]);
  expect(ids(oncePerPractice(of(printed, elderCare)))).toEqual(['printed']);
  expect(ids(withoutPractices(of(printed, elderVisit), of(elderCare)))).toEqual(['elder-visit']);
});

test('a short text that is part of a long one is the same practice, and so is one that names nobody', () => {
  const [, second = ''] = elderCare.body.split('\n');
  const part = makeArticle({ id: 'part', organisations: ['桥头社区'], body: second });
  const nameless = makeArticle({ id: 'nameless', body: printed.body });
  expect(ids(oncePerPractice(of(elderCare, part, nameless)))).toEqual(['elder-care']);
});

test('two organisations with the same text, and two practices of one organisation, are two', () => {
  const elsewhere = makeArticle({ ...printed, id: 'elsewhere', organisations: ['柳湾社区'] });
  expect(oncePerPractice(of(elderCare, elsewhere))).toHaveLength(2);
  const second = withBody(elderCare, 'second', gridWork.body);
  expect(oncePerPractice(of(elderCare, second))).toHaveLength(2);
});

const answerer = (articles: readonly Article[]) => answerBy(searchOver(articles));
const cited = (answer?: Answer) => [
  ...new Set(answer?.citations.map(({ articleId }) => articleId)),
];

test('an answer tells a practice once, and so do what follows and the titles beside it', async () => {
  const ask = answerer([elderCare, printed, elderVisit]);
  const [first, more] = await converseWith(ask)('社区怎么照顾独居老人？', '还有吗？');
  expect(cited(first)).toHaveLength(2);
  expect(cited(first)).toContain('elder-visit');
  expect(first?.nearest).toEqual([]);
  expect(more).toMatchObject({ kind: 'not-found', nearest: [] });
});

test('figures in which the two differ are both shown still', async () => {
  const misprinted = withBody(printed, 'misprinted', printed.body.replace('1.2万份', '1.5万份'));
  const answer = await answerer([elderCare, misprinted])('桥头社区的小饭桌送餐多少份？');
  expect(answer.notes.join('')).toMatch(/1\.2万份.*1\.5万份|1\.5万份.*1\.2万份/su);
});

test('two figures of one sentence are no difference where the other article gives both', async () => {
  const one = makeArticle({
    id: 'one',
    organisations: ['云杉街道'],
    body: '云杉街道有非公企业76家，其中34家企业建立了党组织，选派指导员13名。',
  });
  const other = makeArticle({
    id: 'other',
    organisations: ['云杉街道'],
    body: '截至目前，云杉街道辖区企业76家，成立党组织的企业34家，共派出指导员13名。',
  });
  const answer = await answerer([one, other])('云杉街道有多少家非公企业？');
  expect([answer.kind, answer.notes]).toEqual(['answered', []]);
});
