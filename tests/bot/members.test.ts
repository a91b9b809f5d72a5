import { expect, test } from 'vitest';
import { messageUpdate } from '../support/telegram-server.ts';
import { group, type SeenMessage } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';
import { openBotOnTelegram } from './open-bot-on-telegram.ts';

const closed = { openAccess: false, firstReaderIsAdmin: true };
const forMembers = '茶座只对受邀的同志开放，想用的话，请向管理员要一个邀请链接。';

test('a stranger gets one sentence and leaves nothing behind', async () => {
  await using chat = await openBotOnTelegram({ access: { openAccess: false, adminIds: [99] } });
  for (const [index, text] of ['老年食堂怎么办？', '/start', '/privacy', '/export'].entries()) {
    chat.telegram.send(messageUpdate(index + 1, { text }));
    expect((await chat.message(index + 1)).text).toBe(forMembers);
  }
  expect(await chat.services().exchange.readers.find(1)).toBeUndefined();
});

test('an invite by the admin lets one stranger in', async () => {
  await using chat = await openBot({ access: closed });
  const admin = await chat.reader('管理员');
  await admin.say('/invite reviewer 3');
  const { text } = await admin.next();
  expect(text).toContain('只能用一次，3 天内有效，身份：审核员。');
  const code = /start=([\w-]{22})$/m.exec(text)?.[1];
  expect(text).toContain(`https://t.me/chazuo_bot?start=${code}`);
  const [first, second] = [await chat.reader('老张'), await chat.reader('老李')];
  await first.say(`/start ${code}`);
  expect((await first.next()).text).toContain('欢迎来茶座坐坐');
  await first.say('老年食堂怎么办？');
  expect((await first.next()).text).toContain('柳林社区');
  await second.say(`/start ${code}`);
  expect((await second.next()).text).toBe('这个邀请链接已经用过或过期了，请向管理员要一个新的。');
  await second.say('老年食堂怎么办？');
  expect((await second.next()).text).toBe(forMembers);
  await first.say('/invite');
  expect((await first.next()).text).toBe('邀请新成员要由管理员来做。');
});

test.each(['/invite king', '/invite 99', '/invite member admin'])(
  '%s is explained',
  async (text) => {
    await using chat = await openBot({ access: closed });
    const admin = await chat.reader('管理员');
    await admin.say(text);
    expect((await admin.next()).text).toContain('用法：/invite');
  },
);

test('a group is admitted by an admin; before that it gets one sentence, and only when it calls', async () => {
  await using chat = await openBot({ access: closed });
  const admin = await chat.reader('管理员', group);
  const other = await chat.reader('老张', group);
  await admin.say('大家中午吃什么？');
  await admin.say('/ask 老年食堂怎么办？');
  expect((await other.next()).text).toBe('这个群还没有开通茶座，请管理员在群里发送 /admit 开通。');
  await admin.say('/admit');
  expect((await other.next()).text).toContain('这个群可以用茶座了');
  await other.say('/admit');
  expect((await other.next()).text).toBe('开通群聊要由茶座的管理员来做。');
  await other.say('/ask 老年食堂怎么办？');
  expect((await other.next()).text).toContain('柳林社区');
});

test('added to a group by an admin the bot may work there, and no longer once it is removed', async () => {
  await using chat = await openBotOnTelegram({ access: { openAccess: false, adminIds: [1] } });
  const group = { id: -100, type: 'supergroup', title: '社区群' };
  const change = (updateId: number, before: string, after: string) => ({
    update_id: updateId,
    my_chat_member: {
      chat: group,
      from: { id: 1, is_bot: false, first_name: '小林' },
      date: 1,
      old_chat_member: { status: before, user: { id: 2, is_bot: true, first_name: '茶座' } },
      new_chat_member: { status: after, user: { id: 2, is_bot: true, first_name: '茶座' } },
    },
  });
  chat.telegram.send(change(1, 'left', 'member'));
  expect((await chat.message(1)).text).toContain('这个群可以用茶座了');
  const ask = { chat: group, from: { id: 5, is_bot: false, first_name: '老张' } };
  chat.telegram.send(messageUpdate(2, { ...ask, text: '/ask 老年食堂怎么办？' }));
  expect((await chat.message(2)).text).toContain('柳林社区');
  chat.telegram.send(change(3, 'member', 'kicked'));
  chat.telegram.send(messageUpdate(4, { ...ask, text: '/ask 老年食堂怎么办？' }));
  expect((await chat.message(3)).text).toContain('这个群还没有开通茶座');
});

test('/members: an admin gives roles and takes a member out, who is a stranger from then on', async () => {
  await using chat = await openBot({ access: closed });
  const admin = await chat.reader('管理员');
  const reader = await chat.reader('老张');
  await admin.say('/invite');
  const code = /start=([\w-]{22})$/m.exec((await admin.next()).text)?.[1];
  await reader.say(`/start ${code}`);
  await reader.next();
  await reader.say('老年食堂怎么办？');
  await reader.next();
  await reader.say('/digest');
  const card = await reader.next();
  await reader.press(card, '订阅');
  await reader.edited(card.id, '已订阅');

  await admin.say('/members');
  const list = await admin.next();
  expect(list.text).toBe('成员 2 人\n点名字改身份或移出。');
  expect(labelsOf(list)).toEqual([['管理员 · 管理员'], ['老张 · 成员']]);
  await admin.press(list, '老张 · 成员');
  const member = await admin.edited(list.id, '改为审核员');
  expect(member.text).toContain('老张\n身份：成员\n加入：');
  expect(await admin.press(member, '改为审核员')).toBe('已改为审核员。');
  const reviewer = await admin.edited(list.id, '身份：审核员');
  await admin.press(reviewer, '移出');
  const asked = await admin.edited(list.id, '真的要移出老张吗？');
  await admin.press(asked, '不移了');
  await admin.press(await admin.edited(list.id, '身份：审核员'), '移出');
  const again = await admin.edited(list.id, '确认移出');
  expect(await admin.press(again, '确认移出')).toBe('已移出。');
  expect(labelsOf(await admin.edited(list.id, '成员 1 人'))).toEqual([['管理员 · 管理员']]);

  for (const text of ['老年食堂怎么办？', '/digest', '/export', `/start ${code}`]) {
    await reader.say(text);
    expect((await reader.next()).text).toMatch(/只对受邀的同志开放|已经用过或过期/);
  }
  const left = await chat.services().exchange.of(7_000_000_001).readerData.collect(reader.id);
  expect(Object.values(left).flat()).toEqual([]);
});

test('an admin can not take themselves out, and nobody else sees the members', async () => {
  await using chat = await openBot({ access: { openAccess: true, firstReaderIsAdmin: true } });
  const [admin, other] = [await chat.reader('管理员'), await chat.reader('老张')];
  await admin.say('/members');
  const list = await admin.next();
  expect(list.text).toContain('现在谁都可以用茶座');
  await admin.press(list, '管理员 · 管理员');
  const self = await admin.edited(list.id, '这是您自己');
  expect(labelsOf(self)).toEqual([['‹ 返回名单']]);
  await admin.press(self, '‹ 返回名单');
  await admin.edited(list.id, '成员 1 人');
  await other.say('/members');
  expect((await other.next()).text).toBe('成员名单只给管理员看。');
});

function labelsOf({ buttons }: SeenMessage) {
  return buttons.map((row) => row.map(({ text }) => text));
}
