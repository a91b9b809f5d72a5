import { expect, test } from 'vitest';
import { classifyQuestion } from '../../src/answering/question-kind.ts';

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['👍👍', 'symbols'],
  ['？？？', 'symbols'],
  ['你好', 'greeting'],
  ['您好！', 'greeting'],
  ['谢谢啦～', 'thanks'],
  ['你是谁，谁开发的？', 'help'],
  ['这个是谁做的', 'help'],
  ['这些都是真的吗', 'sources'],
  ['你能做什么？', 'help'],
  ['再见', 'farewell'],
  ['你会啥？', 'help'],
  ['你们能帮我干些什么', 'help'],
  ['你的资料从哪来的', 'sources'],
  ['这些报道是哪家报社的？', 'sources'],
  ['我活着没意思，想自杀', 'distress'],
  ['真的活不下去了', 'distress'],
  ['你答错了', 'complaint'],
  ['答非所问！', 'complaint'],
  ['不对', 'complaint'],
  ['明天天气怎么样', 'outside'],
  ['/weather@otherbot 北京', 'command'],
  ['ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ', 'foreign-script'],
  ['Как дела?', 'foreign-script'],
])('%j is no question about the material but %s', (message, topic) => {
  expect(classifyQuestion(message)).toEqual({ kind: 'chat', topic });
});

test.each(['累得想死，网格员怎么减负？', '居民不想参加活动咋办？', '下雪天怎么组织党员扫雪？'])(
  '%s is a question about work',
  (question) => {
    expect(classifyQuestion(question).kind).not.toBe('chat');
  },
);

test.each([
  ['白塔社区有多少个网格？', 'number'],
  ['小饭桌是哪年开办的？', 'time'],
  ['培训班在哪儿办的？', 'place'],
  ['调解员由谁担任？', 'person'],
  ['为什么要办夜校？', 'reason'],
  ['“双报到”是什么意思？', 'definition'],
])('%s asks for a fact: %s', (question, wanted) => {
  expect(classifyQuestion(question)).toEqual({ kind: 'fact', wanted });
});

test.each([
  '社区怎么动员居民参与治理？',
  '独居老人没人照顾，该咋办？',
  '主题党日有哪些好做法？',
  '社區怎樣照顧老人？',
  '想找几家单位对比一下，党建和业务是怎么结合的？',
])('%s asks for practices', (question) => {
  expect(classifyQuestion(question)).toEqual({ kind: 'practice' });
});

test.each([
  '看大门的师傅不会用灭火毯，谁来教教？',
  '有谁家把小饭桌办起来了吗？',
  '老人下不了楼，能不能把课端到跟前？',
  '厂里有几个师傅日子紧，该怎么帮？',
  '前阵子楼里漏水，问了几户，不知道是谁家的管子，几个人吵到半夜。想照着别人的样子学学。',
])('%s asks in everyday words for practices', (question) => {
  expect(classifyQuestion(question)).toEqual({ kind: 'practice' });
});

test('of a story its last sentence says what fact is wanted', () => {
  const story =
    '楼下的大爷说隔壁院子弄了个小饭桌，谁都能去吃，我们也想办一个。那个小饭桌是哪年办的？';
  expect(classifyQuestion(story)).toEqual({ kind: 'fact', wanted: 'time' });
});

test.each([
  '党课弄得有意思点',
  '把队伍带好，会开得短一些',
  '网格员每天忙些什么？',
  '志愿者平时都干啥',
])('%s asks for a practice', (message) => {
  expect(classifyQuestion(message)).toEqual({ kind: 'practice' });
});

test('what a word means is asked for, what is fun is not', () => {
  expect(classifyQuestion('“固里”是什么意思？')).toMatchObject({ wanted: 'definition' });
  expect(classifyQuestion('哪次活动最有意思？')).not.toMatchObject({ wanted: 'definition' });
});
