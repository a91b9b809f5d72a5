import { expect, test } from 'vitest';
import { findNearName } from '../../../src/answering/verify/near-names.ts';
import { readDraft } from '../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const surnames = '王李张陈龚欧文宋';
const given = '二喜树根海棠立诚'.match(/../gu) ?? [];

test.each([...surnames])(
  'a name of %s that differs by one character behind a role is found',
  (surname) => {
    for (const name of given) {
      const body = `监委会主任${surname}${name}说，三天后才付款。`;
      for (const other of [`${name.charAt(0)}明`, `三${name.charAt(1)}`])
        expect(near(`监委会主任${surname}${other}说，要等三天。`, body)).toBe(surname + other);
      expect(near(`主任${surname}${name}说，要等三天。`, body)).toBeUndefined();
    }
  },
);

test('a name of two characters is another where the words are cut around it', () => {
  const body = '代办队队员蔺芳上门办的。蔺芳说，不难。';
  expect(near('代办队队员蔺芬上门办好了。', body)).toBe('蔺芬');
  expect(near('代办队队员蔺芳上门办好了。', body)).toBeUndefined();
});

test('a name and the word behind it are no other name', () => {
  const body = '支部书记尉迟明则认为，还不够。尉迟明说，再等等。';
  expect(near('支部书记尉迟明用卡片登记。', body)).toBeUndefined();
});

function near(claim: string, body: string): string | undefined {
  const article = makeArticle({ id: 'near', title: '题', organisations: [], body });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: body }));
  const read = readDraft({ text: claim, quotes });
  return findNearName(read.claim, read.evidence);
}
