import { expect, test } from 'vitest';
import { botCommands } from '../../src/bot/commands.ts';
import { exampleQuestions } from '../../src/bot/composers/start.ts';
import { openBot } from './open-bot.ts';

test('/start says what this is and offers three questions, each of them asked by its button', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('/start');
  const welcome = await reader.next();
  expect(welcome.text).toMatch(/^欢迎来茶座坐坐\n\n.*每句话都注明出处.*\n\n可以先试试：$/);
  expect(welcome.buttons.map((row) => row.map(({ text }) => text))).toEqual(
    exampleQuestions.map((question) => [question]),
  );
  await reader.press(welcome, exampleQuestions[0]);
  expect((await reader.next()).text).toBe(`问：${exampleQuestions[0]}`);
  expect((await reader.next()).text).toContain('现有资料里没有找到');
});

test.each([
  ['/help', ['怎么问', '怎么看', '命令']],
  ['/privacy', ['茶座记下了什么', '用来做什么', '放在哪里']],
])('%s explains itself', async (command, headings) => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say(command);
  const lines = (await reader.next()).text.split('\n');
  expect(lines).toEqual(expect.arrayContaining(headings));
});

test('in the web chat /privacy and /forget speak of the page, where nobody needs an invitation', async () => {
  await using chat = await openBot({ access: { openAccess: true, firstReaderIsAdmin: true } });
  const reader = await chat.reader();
  await reader.say('/privacy');
  const privacy = (await reader.next()).text;
  expect(privacy).toContain('您在这个网页上的称呼和编号、聊天记录、身份');
  expect(privacy).not.toContain('Telegram');
  await reader.say('/forget');
  const asked = (await reader.next()).text;
  expect(asked).toContain('以后想再用，照样直接来问。');
  expect(asked).not.toContain('邀请');
});

test('on Telegram /privacy and /forget speak of Telegram and of the invitation', async () => {
  const access = { openAccess: false, firstReaderIsAdmin: true };
  await using chat = await openBot({ access, clearChat: undefined });
  const reader = await chat.reader();
  await reader.say('/privacy');
  expect((await reader.next()).text).toContain('您在 Telegram 的数字编号');
  await reader.say('/forget');
  expect((await reader.next()).text).toContain('以后想再用，需要新的邀请。');
});

test('the menu of commands is set, in Chinese', async () => {
  await using chat = await openBot();
  const { apiRoot, token } = chat.webchat;
  const response = await fetch(`${apiRoot}/bot${token}/getMyCommands`);
  expect(await response.json()).toEqual({
    ok: true,
    result: botCommands,
  });
  for (const { description } of botCommands) expect(description).toMatch(/\p{Script=Han}{2}/u);
});

test.each([
  ['／help', '怎么问'],
  ['／ask　老年食堂怎么办？', '柳林社区'],
])('a full-width slash makes a command, too: %s', async (written, words) => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say(written);
  expect((await reader.next()).text).toContain(words);
});
