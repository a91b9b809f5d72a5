import { expect, test } from 'vitest';
import { messageUpdate } from '../support/telegram-server.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const file = { file_id: 'f', file_unique_id: 'u' };
const size = { width: 1, height: 1 };

test.each([
  ['a voice message', { voice: { ...file, duration: 3 } }, '我还听不了语音'],
  ['a video', { video: { ...file, ...size, duration: 3 } }, '我还听不了语音、看不了视频'],
  ['a photo', { photo: [{ ...file, ...size }], caption: '看看' }, '我还看不懂照片'],
  ['a sticker', { sticker: { ...file, ...size, type: 'regular' } }, '收到啦'],
  [
    'an animation',
    { animation: { ...file, ...size, duration: 3 }, document: { ...file } },
    '收到啦',
  ],
  ['a document', { document: { ...file, file_name: '做法.docx' } }, '暂不支持接收文件'],
  ['a location', { location: { latitude: 40, longitude: 111 } }, '这个我用不上'],
  ['a contact', { contact: { phone_number: '1', first_name: '王' } }, '这个我用不上'],
])('%s gets a short word', async (_, content, words) => {
  await using chat = await openBotOnTelegram();
  chat.telegram.send(messageUpdate(1, content));
  expect((await chat.message(1)).text).toMatch(new RegExp(`^${words}`));
});

test('a question that was edited is asked for again', async () => {
  await using chat = await openBotOnTelegram();
  const { message } = messageUpdate(1, { text: '老年食堂怎么办？', edit_date: 1 });
  chat.telegram.send({ update_id: 1, edited_message: message });
  expect((await chat.message(1)).text).toBe(
    '看到您改了问题。要我重新回答，请把改好的问题再发一次。',
  );
});

test('a forwarded question is answered like one that was typed', async () => {
  await using chat = await openBotOnTelegram();
  const origin = { type: 'hidden_user', sender_user_name: '老张', date: 1 };
  chat.telegram.send(messageUpdate(1, { text: '老年食堂怎么办？', forward_origin: origin }));
  expect((await chat.message(1)).text).toContain('柳林社区');
});

test('channel posts, service messages and photos in a group are met with silence', async () => {
  await using chat = await openBotOnTelegram();
  const { message } = messageUpdate(1, {});
  const channel = { id: -5, type: 'channel', title: '频道' };
  const group = { id: -6, type: 'supergroup', title: '书记群' };
  const photo = [{ ...file, ...size }];
  const silent = [
    { channel_post: { ...message, chat: channel, text: '/start' } },
    { channel_post: { ...message, chat: channel, text: '老年食堂怎么办？' } },
    { message: { ...message, chat: group, photo } },
    { message: { ...message, chat: group, new_chat_title: '新名字' } },
    { message: { ...message, pinned_message: message } },
    { my_chat_member: { chat: group, from: message.from, date: 1 } },
  ];
  for (const [index, update] of silent.entries()) {
    chat.telegram.send({ update_id: index + 1, ...update });
  }
  chat.telegram.send(messageUpdate(99, { text: '/help' }));
  expect((await chat.message(1)).text).toContain('怎么问');
});

test('another bot in the group is not answered', async () => {
  await using chat = await openBotOnTelegram();
  const group = { id: -6, type: 'supergroup', title: '书记群' };
  const from = { id: 8, is_bot: true, first_name: '机器人' };
  chat.telegram.send(messageUpdate(1, { chat: group, from, text: '/ask 老年食堂怎么办？' }));
  chat.telegram.send(messageUpdate(2, { text: '/help' }));
  expect((await chat.message(1)).text).toContain('怎么问');
});

test('the buttons of an answer do nothing in any other chat', async () => {
  await using chat = await openBotOnTelegram();
  const { message } = messageUpdate(1, { text: '老年食堂怎么办？' });
  chat.telegram.send({ update_id: 1, message });
  const { reply_markup: markup } = await chat.message(1);
  const data = JSON.stringify(markup).match(/"callback_data":"(p:[^"]+)"/)?.[1];
  const elsewhere = { ...message, chat: { id: -6, type: 'supergroup', title: '书记群' } };
  const press = { id: '7', from: message.from, chat_instance: '1', data };
  chat.telegram.send({ update_id: 2, callback_query: { ...press, message: elsewhere } });
  const [answer] = await chat.telegram.until(() => {
    const sent = chat.telegram.sent('answerCallbackQuery');
    return sent.length === 1 ? sent : undefined;
  });
  expect(answer?.payload.text).toBe('这条回答已经不在了，请重新提问。');
  expect(chat.telegram.sent()).toHaveLength(1);
});

test('a button of another version of the bot says that it has expired', async () => {
  await using chat = await openBotOnTelegram();
  const { message } = messageUpdate(1, {});
  const press = { id: '7', from: message.from, message, chat_instance: '1' };
  chat.telegram.send({ update_id: 1, callback_query: { ...press, data: 'old:1' } });
  chat.telegram.send({
    update_id: 2,
    callback_query: { ...press, data: 'p:AAAAAAAAAAAA:1' },
  });
  const answers = await chat.telegram.until(() => {
    const sent = chat.telegram.sent('answerCallbackQuery');
    return sent.length === 2 ? sent : undefined;
  });
  expect(answers.map(({ payload }) => payload.text)).toEqual([
    '这个按钮已经失效，请重新提问。',
    '这条回答已经不在了，请重新提问。',
  ]);
});

test('a press on a message sent inline or on a game does not wait for ever', async () => {
  await using chat = await openBotOnTelegram();
  const { message } = messageUpdate(1, {});
  const press = { id: '7', from: message.from, chat_instance: '1' };
  const inline = { ...press, inline_message_id: 'abc' };
  chat.telegram.send({ update_id: 1, callback_query: { ...inline, data: 'p:AAAAAAAAAAAA:1' } });
  chat.telegram.send({ update_id: 2, callback_query: { ...inline, game_short_name: 'chess' } });
  chat.telegram.send({
    update_id: 3,
    callback_query: { ...press, message, game_short_name: 'chess' },
  });
  const answers = await chat.telegram.until(() => {
    const sent = chat.telegram.sent('answerCallbackQuery');
    return sent.length === 3 ? sent : undefined;
  });
  expect(answers.map(({ payload }) => payload.text).toSorted()).toEqual([
    '这个按钮不是茶座的，请直接给我发消息提问。',
    '这个按钮不是茶座的，请直接给我发消息提问。',
    '这个按钮已经失效，请重新提问。',
  ]);
});
