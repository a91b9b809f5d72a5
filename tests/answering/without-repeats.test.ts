import { expect, test } from 'vitest';
import { cutCandidates } from '../../src/answering/extracts/candidate.ts';
import { withoutRepeats } from '../../src/answering/without-repeats.ts';
import type { Article } from '../../src/corpus/article.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { makeArticle } from './sample-articles.ts';

const sentencesOf = (article: Article) =>
  splitArticle(article).flatMap((passage) =>
    cutCandidates({ hit: { article, passage, score: 1 }, rank: 0 }, passage),
  );
const told = (...articles: readonly Article[]) =>
  withoutRepeats(articles.flatMap(sentencesOf)).map(({ passage, start, end }) =>
    passage.text.slice(start, end),
  );
const oneSentence = (id: string, body: string) => makeArticle({ id, body });

const player = makeArticle({
  id: 'player',
  body: '早上七点，镇里的广播准时响起，播音的是尤小满。他是镇文化站的站长，也是党支部的宣传委员。他每天念一段村里的新鲜事，也念天气和菜价。',
});

test('a sentence that was shown is not brought along again by the one after it', () => {
  const shown = told(player).join('');
  expect(shown).toBe(player.body);
});

test('of two sentences that say the same in two passages one stays, the fuller one', () => {
  const short = '桥头社区党支部开办暖心小饭桌，为独居老人做午饭。';
  const full = '桥头社区党支部牵头开办暖心小饭桌，为高龄独居老人做午饭，行动不便的送上门。';
  expect(told(oneSentence('a', short), oneSentence('b', full))).toEqual([full]);
  expect(told(oneSentence('a', full), oneSentence('b', short))).toEqual([full]);
  expect(told(oneSentence('a', short), oneSentence('b', short))).toEqual([short]);
});

test('what two organisations do alike is told of both', () => {
  const body = '开办暖心小饭桌，组织党员轮流给独居老人送午饭。';
  const made = ['桥头社区', '柳湾村'].map((name) =>
    makeArticle({ id: name, organisations: [name], body: `${name}${body}` }),
  );
  expect(told(...made)).toHaveLength(2);
});

test('items of one list, and the same with another figure, are no repeats', () => {
  const items = ['第一味是“家味”，靠常来常往得来。', '第二味是“年味”，靠年年走动得来。'];
  expect(told(...items.map((item, at) => oneSentence(`item-${at}`, item)))).toEqual(items);
  const figures = ['社区的小饭桌一年送餐1.2万份。', '社区的小饭桌一年送餐1.5万份。'];
  expect(told(...figures.map((item, at) => oneSentence(`figure-${at}`, item)))).toEqual(figures);
});
