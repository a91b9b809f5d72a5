import { expect, test } from 'vitest';
import { findNamedPlaces } from '../../../../src/answering/verify/names/find-named-places.ts';

function namesIn(text: string): readonly string[] {
  return findNamedPlaces(text).map(({ name }) => name);
}

test.each([...'嫌怕劝催帮拦逛租'])('「骑手%s小区保安」 names no place', (verb) => {
  expect(namesIn(`骑手${verb}小区保安`)).not.toContain(`手${verb}小区`);
});

test('a name of two characters before its kind is found', () => {
  expect(namesIn('住在桥东小区的骑手')).toContain('桥东小区');
});
