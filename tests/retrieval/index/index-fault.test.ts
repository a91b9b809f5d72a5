import { expect, test } from 'vitest';
import { isLanceFault } from '../../../src/retrieval/index/index-fault.ts';

test.each([
  ['lance error: LanceError(IO): file is truncated', true],
  ['Panic in async function', true],
  ['a network that is down', false],
])('「%s」 of the index is a fault of its files: %s', (message, isFault) => {
  expect(isLanceFault(Object.assign(new Error(message), { code: 'GenericFailure' }))).toBe(isFault);
});
