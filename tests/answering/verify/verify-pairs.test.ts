import { expect, test } from 'vitest';
import { judgeOfPipes } from './water-pipes.ts';

test('two pairs told side by side do not change partners', () => {
  expect(judgeOfPipes('甲组负责西片，乙组负责东片。', '甲组')).toBe('attribution');
  expect(judgeOfPipes('东片归甲组，西片归乙组。', '甲组')).toBeUndefined();
});

test('what comes first does not come second', () => {
  expect(judgeOfPipes('区水务局要求先换入户管，再修主管道。', '主管道')).toBe('attribution');
  expect(judgeOfPipes('区水务局要求先换入户管再修主管道。', '主管道')).toBe('attribution');
  expect(
    judgeOfPipes('第二期方案还在等批复，水务局的意思是主管道优先、入户管随后。', '主管道'),
  ).toBeUndefined();
});
