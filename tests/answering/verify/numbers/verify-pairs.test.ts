import { expect, test } from 'vitest';
import { judgeOf } from '../judge-of.ts';
import { judgeOfPipes } from '../water-pipes.ts';

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

const colours = [...'红黄蓝绿白黑'];

test('a change from one colour into another is not turned round', () => {
  for (const from of colours)
    for (const to of colours.filter((one) => one !== from)) {
      const source = `哨长敲完门，地图上的${from}点就变${to}。`;
      expect(judgeOf(`哨长敲完门，地图上的${to}点就会变成${from}色。`, source)).toBeDefined();
      expect(judgeOf(`哨长敲完门，地图上的${from}点就会变成${to}色。`, source)).toBeUndefined();
    }
});

test('a change from one make into another is not turned round', () => {
  const source = '他们改了一件事，棚膜由单层换成双层。';
  expect(judgeOf('他们把棚膜由双层换成了单层。', source)).toBe('negation');
  expect(judgeOf('他们把棚膜由单层换成了双层。', source)).toBeUndefined();
});
