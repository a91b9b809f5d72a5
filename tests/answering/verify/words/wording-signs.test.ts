import { expect, test } from 'vitest';
import { wordingSigns } from '../../../../src/answering/verify/words/wording-signs.ts';
import { read } from '../judge-of.ts';

const body = '渡口的老船没有修好，村民每天都要绕路。';

function namesOf(claim: string): readonly string[] {
  const [sign] = wordingSigns.find(...read(claim, body));
  return Object.keys(sign?.features ?? {});
}

test('words, pairs and characters that only the claim has are told', () => {
  expect(namesOf('渡口的老船没有修好，村民每天都要划桨。')).toEqual(
    expect.arrayContaining(['word 划桨', 'character 划', 'character 桨', 'pair 要划', 'pair 划桨']),
  );
});

test('what a clause leaves out stands beside what it puts there', () => {
  expect(namesOf('渡口的老船已经修好，村民每天都要绕路。')).toEqual(
    expect.arrayContaining(['left 没有', 'put 已经', '没有 > 已经']),
  );
});

test('a claim in the words of its source differs in none', () => {
  expect(namesOf('村民每天都要绕路。')).toEqual([]);
});
