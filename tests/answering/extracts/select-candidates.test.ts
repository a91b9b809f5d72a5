import { expect, test } from 'vitest';
import { cutCandidates } from '../../../src/answering/extracts/candidate.ts';
import { questionTerms } from '../../../src/answering/extracts/question-terms.ts';
import { scoreCandidates } from '../../../src/answering/extracts/score-candidates.ts';
import { selectPractices } from '../../../src/answering/extracts/select-candidates.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const repairs = makeArticle({
  id: 'repairs',
  title: '老楼有人修',
  organisations: ['石桥社区'],
  body: '石桥社区组织党员排查老楼的楼道，建立维修台账，每周解决一批居民意见。',
});
const rules = makeArticle({
  id: 'rules',
  title: '述职有规矩',
  organisations: ['县委组织部'],
  body: '各级主管人每年述职，居安思危，大事汇报，组织部门开展评议，落实管党治党责任，建立考核档案。',
});

test('a practice that shares no word with the question, but characters, is not told beside one that does', () => {
  const question = '老楼没人管，居民意见大怎么办';
  const candidates = [repairs, rules].flatMap((article, rank) =>
    splitArticle(article).flatMap((passage) =>
      cutCandidates({ hit: { article, passage, score: 1 }, rank }, passage),
    ),
  );
  const scored = scoreCandidates(candidates, {
    terms: questionTerms(question),
    wanted: 'anything',
    question,
    topicShare: 1,
    foundShare: 1,
  });
  const told = selectPractices(scored).map(({ candidate }) => candidate.hit.article.id);
  expect(told).toEqual(['repairs']);
});
