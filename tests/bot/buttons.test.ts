import { expect, test } from 'vitest';
import { articleSchema } from '../../src/corpus/article.ts';
import { openReader, wordsIn } from '../support/bot-reader.ts';
import { answered, canteen, cite } from '../support/sample-answers.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const passage = ['[1][3] 一碗热饭暖老人', '柳林社区 · 刊期未注明 · 改写', '', canteen.body].join(
  '\n',
);

test('a source button sends its passage, foldable, with the cited sentences in bold', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  expect(await reader.press(answer, '[1][3] 柳林社区')).toBe('');
  const sent = await reader.next();
  expect(sent.text).toBe(passage);
  expect(wordsIn(sent, 'expandable_blockquote')).toEqual([canteen.body]);
  expect(wordsIn(sent, 'bold')).toEqual([
    '[1][3] 一碗热饭暖老人',
    '社区党委把闲置车棚改成食堂，每餐收费8元。',
    '行动不便的老人由网格员送餐上门。',
  ]);
  expect(sent.reply?.id).toBe(answer.id);
  expect(sent.buttons).toEqual([[{ text: '看全文' }]]);
});

test('the whole article is reached from its passage', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '[1][3] 柳林社区');
  await reader.press(await reader.next(), '看全文');
  const article = await reader.next();
  expect(article.text).toBe(
    [
      '柳林街道柳林社区：',
      '一碗热饭暖老人',
      '柳林社区 · 刊期未注明 · 改写',
      '记者 王小禾',
      '',
      ...canteen.body.replace('\n', '\n\n').split('\n'),
    ].join('\n'),
  );
  expect(article.buttons).toEqual([]);
});

test('a long article is read page by page in one message, nothing left out', async () => {
  const paragraphs = Array.from({ length: 90 }, (_, n) => `第${n}段。${'讲'.repeat(95)}。`);
  const long = articleSchema.parse({ ...canteen, body: paragraphs.join('\n') });
  await using chat = await openBot({
    answerQuestion: async () => ({ ...answered, citations: [cite(1, long, '第0段。')] }),
    readArticle: async () => long,
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '[1] 柳林社区');
  await reader.press(await reader.next(), '看全文');
  const first = await reader.next();
  expect(first.text).toMatch(/第 1 页，共 3 页$/);
  expect(first.buttons).toEqual([[{ text: '下一页 ›' }]]);
  await reader.press(first, '下一页 ›');
  const second = await reader.edited(first.id, '第 2 页');
  expect(second.buttons).toEqual([[{ text: '‹ 上一页' }, { text: '下一页 ›' }]]);
  await reader.press(second, '下一页 ›');
  const third = await reader.edited(first.id, '第 3 页');
  expect(third.buttons).toEqual([[{ text: '‹ 上一页' }]]);
  const read = [first, second, third].map(({ text }) => text).join('\n');
  expect(paragraphs.filter((text) => !read.includes(text))).toEqual([]);
});

test('a vote is shown, can be changed, and counts once', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  expect(await reader.press(answer, '👍')).toBe('谢谢，已记下 👍');
  const up = await reader.edited(answer.id, '👍 已选');
  expect(up.buttons.at(-1)).toEqual([{ text: '👍 已选' }, { text: '👎' }, { text: '换一批' }]);
  expect(up.text).toBe(answer.text);
  expect(await reader.press(up, '👍 已选')).toBe('谢谢，已记下 👍');
  expect(await reader.press(up, '👎')).toBe('已记下 👎，谢谢您告诉我');
  const down = await reader.edited(answer.id, '👎 已选');
  expect(down.buttons.at(-1)).toEqual([{ text: '👍' }, { text: '👎 已选' }, { text: '换一批' }]);
});

test('buttons work after a restart, the vote with them', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  await chat.restart();
  await reader.press(answer, '[1][3] 柳林社区');
  expect((await reader.next()).text).toBe(passage);
  expect(await reader.press(answer, '👎')).toBe('已记下 👎，谢谢您告诉我');
});

test('in a group only the one who asked can use the buttons', async () => {
  await using chat = await openBot();
  const asker = await chat.reader('老张', group);
  const other = await chat.reader('老李', group);
  await asker.say('/ask 老年食堂怎么办？');
  const answer = await asker.next();
  expect(await other.press(answer, '[1][3] 柳林社区')).toBe(
    '这是另一位读者的提问。想看的话，请自己问我一次。',
  );
  expect(await other.press(answer, '👎')).toBe('这是另一位读者的提问。想看的话，请自己问我一次。');
  expect(await asker.press(answer, '[1][3] 柳林社区')).toBe('');
  expect((await asker.next()).text).toBe(passage);
});

test('a passage whose article has gone shows the sentences that were cited', async () => {
  await using chat = await openBot({ readArticle: async () => undefined });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '[1][3] 柳林社区');
  const sent = await reader.next();
  expect(sent.text).toBe(
    [
      '[1][3] 一碗热饭暖老人',
      '柳林社区 · 刊期未注明 · 改写',
      '',
      '这篇文章已经移出资料库，当时引用的是：',
      '',
      '社区党委把闲置车棚改成食堂，每餐收费8元。',
      '',
      '行动不便的老人由网格员送餐上门。',
    ].join('\n'),
  );
  expect(sent.buttons).toEqual([]);
});

test('pressed while the bot is down, a button works once it is up again', async () => {
  await using chat = await openBot();
  const reader = await openReader(chat.webchat.url, '书记小林');
  using _ = reader;
  await reader.say('老年食堂怎么办？');
  const answer = await reader.next();
  await chat.stop();
  const notice = reader.press(answer, '[1][3] 柳林社区');
  await chat.restart();
  expect(await notice).toBe('');
  expect((await reader.next()).text).toBe(passage);
});
