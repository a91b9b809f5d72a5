import { expect, test } from 'vitest';
import { subjectRules } from '../../../../src/answering/verify/doers/verify-subjects.ts';
import { readDraft } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';
import { read } from '../judge-of.ts';

const rest = '站长竺可心在渡口干了二十年。镇供销社就在渡口对面，村干部天天来买缆绳。';
const quote = '2022年3月，街道财政承担夜船油费。轮机长须在24小时内检修油箱。';
const find = (claim: string) =>
  subjectRules['subject-elsewhere']?.find(...read(claim, `${quote}${rest}`, quote));

test.each([
  '2022年3月，村干部承担了夜船油费。',
  '夜船油费由站长竺可心承担。',
  '村干部24小时内必须检修油箱。',
  '夜船油费由县搬迁办承担。',
])('who does it is somebody else in: %s', (claim) => {
  expect(find(claim)).toBeDefined();
});

test.each([
  '2022年3月起，街道财政承担夜船油费。',
  '夜船油费由街道财政承担。',
  '油箱要在24小时内检修。',
  '居民坐夜船不用承担油费。',
])('nobody else is found in: %s', (claim) => {
  expect(find(claim)).toBeUndefined();
});

test("the article's own organisation may be named where its sentence says less", () => {
  const body = '支部把帮办席搬到了商圈。市税务局第二税务所党支部有党员34名。县文化站借来了桌椅。';
  const article = makeArticle({ id: 'desk', organisations: ['青陵市税务局第二税务所'], body });
  const quote = '支部把帮办席搬到了商圈。';
  const against = (text: string) => {
    const quotes = splitArticle(article).map((passage) => ({ article, passage, quote }));
    const { claim, evidence } = readDraft({ text, quotes });
    return subjectRules['subject-elsewhere']?.find(claim, evidence);
  };
  expect(against('青陵市税务局把帮办席搬到了商圈。')).toBeUndefined();
  expect(against('县文化站把帮办席搬到了商圈。')).toBeDefined();
});
