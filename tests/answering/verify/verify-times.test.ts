import { expect, test } from 'vitest';
import { judgeOfPipes } from './water-pipes.ts';

test('「二十来年」 is no 「来年」', () => {
  expect(judgeOfPipes('旧水管用了二十来年。', '旧水管')).toBeUndefined();
  expect(judgeOfPipes('旧水管来年还能用。', '旧水管')).toBeDefined();
});
