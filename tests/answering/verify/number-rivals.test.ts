import { expect, test } from 'vitest';
import { verifyClaim } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const source = '车间实行三班倒，39名党员里有24人常年上夜班，分成6个组，每组包两到三个乡镇。';
const article = makeArticle({ id: 'rivals', title: '夜班党课', organisations: [], body: source });

function faultOf(claim: string): string | undefined {
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: source }));
  return verifyClaim({ text: claim, quotes })?.fault;
}

test.each(['人', '名党员', '位党员'])('24%s of 39 party members work at night', (counted) => {
  expect(faultOf(`车间里24${counted}常年上夜班。`)).toBeUndefined();
});

test('all of them do not', () => {
  expect(faultOf('车间里39人常年上夜班。')).toBe('number');
});

test('three townships make no three groups', () => {
  expect(faultOf('车间的党员分成了6个组。')).toBeUndefined();
  expect(faultOf('车间的党员分成了3个组。')).toBe('number');
});
