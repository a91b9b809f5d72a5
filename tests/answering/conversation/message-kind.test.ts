import { expect, test } from 'vitest';
import { readMessageKind } from '../../../src/answering/conversation/message-kind.ts';
import { chatNote } from '../../../src/answering/notes.ts';

test.each([
  '谢谢您！辛苦了',
  '好的，明白了',
  '明白了谢谢',
  '谢谢，挺好用',
  '帮了我大忙，谢谢！',
  '嗯嗯，知道了，谢谢大家！',
  '感谢您的解答，很有帮助',
  '收到 👍 辛苦啦～',
  '好的，再见',
])('%s is a kind word', (message) => {
  expect(readMessageKind(message)).toEqual({ kind: 'chat', topic: 'thanks' });
});

test.each([
  '好的做法有哪些？',
  '怎么让大家都明白？',
  '谢谢，那社区怎么养老？',
  '可以吗',
  '知道谁是书记吗',
])('%s is a question', (message) => {
  expect(readMessageKind(message).kind).not.toBe('chat');
});

test.each(['How do communities care for the elderly?', 'zenme zuo yanglao', 'Comment ça va ?'])(
  '%s is asked for again in Chinese',
  (message) => {
    const kind = readMessageKind(message);
    expect(kind).toEqual({ kind: 'chat', topic: 'foreign-script' });
    expect(chatNote('foreign-script', message)).toBe(
      '茶座目前只读得懂中文，请用中文再问一次。Please ask in Chinese.',
    );
  },
);

test('a single foreign word may be a name that is searched for', () => {
  expect(readMessageKind('APEC').kind).toBe('fact');
});
