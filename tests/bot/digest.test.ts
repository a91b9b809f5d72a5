import { expect, test } from 'vitest';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';
import { hour, openMorning, subscribe, wiring } from './open-morning.ts';

const botId = 7_000_000_001;

test('/digest subscribes, and the digest comes at eight with its sources', async () => {
  const { clock, chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('/digest');
  const card = await reader.next();
  expect(card.text).toContain('每天早上给您送三到五条各地做法');
  await reader.press(card, '订阅');
  const settings = await reader.edited(card.id, '已订阅');
  expect(settings.text).toBe(
    [
      '每日一读 · 已订阅',
      '时间：每天 08:00（Asia/Shanghai）',
      '主题：全部',
      '单位：全部',
      '换时区请发：/digest 时区名，例如 /digest Asia/Urumqi',
    ].join('\n'),
  );
  clock.now += hour;
  await chat.restart();
  const digest = await reader.next();
  const lines = digest.text.split('\n');
  expect(lines[0]).toBe('茶座每日一读 · 3月2日');
  expect(lines[2]).toMatch(/^1\. 第\d社区的办法$/);
  expect(lines[3]).toMatch(/^第\d社区建立.*。党支部还邀请1\d名志愿者上门，解决了.*的难题。$/);
  expect(lines[4]).toMatch(/^第\d社区 · 《河湾日报》2024-03-05 · 原文$/);
  expect(lines[5]).toBe('选它：资料库里您还没读过的做法');
  expect(digest.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['1 原文', '1 问一问'],
    ['2 原文', '2 问一问'],
    ['3 原文', '3 问一问'],
    ['设置', '退订'],
  ]);
  await reader.press(digest, '2 原文');
  expect((await reader.next()).text).toContain(lines[7]?.slice(3));
  await reader.press(digest, '1 问一问');
  expect((await reader.next()).text).toContain('没有找到');
});

test('one tap unsubscribes, and no digest comes any more', async () => {
  const { clock, chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  await subscribe(reader);
  clock.now += hour;
  await chat.restart();
  const digest = await reader.next();
  expect(await reader.press(digest, '退订')).toBe(
    '好，不再送了。想看的时候，发 /digest 就能再订。',
  );
  clock.now += 24 * hour;
  await chat.restart();
  await reader.say('/digest');
  expect((await reader.next()).text).toContain('随时可以退订');
  expect(chat.logged.filter((line) => line.includes('digests planned'))).toHaveLength(1);
});

test('after leaving neither the settings nor a digest offer what is there no more', async () => {
  const { clock, chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  const settings = await subscribe(reader);
  clock.now += hour;
  await chat.restart();
  const digest = await reader.next();
  const labels = ({ buttons }: typeof digest) => buttons.flat().map(({ text }) => text);
  await reader.press(settings, '退订');
  const offer = await reader.edited(settings.id, '随时可以退订');
  expect(labels(offer)).toEqual(['订阅', '先看今天的']);
  await reader.press(digest, '退订');
  const items = ['1 原文', '1 问一问', '2 原文', '2 问一问', '3 原文', '3 问一问'];
  await expect.poll(() => labels(reader.latest(digest.id))).toEqual(items);
  expect(reader.latest(digest.id).text).toBe(digest.text);
});

test('a digest seen ahead of a subscription has nothing to leave', async () => {
  const { chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('/digest');
  await reader.press(await reader.next(), '先看今天的');
  const preview = await reader.next();
  expect(preview.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['1 原文', '1 问一问'],
    ['2 原文', '2 问一问'],
    ['3 原文', '3 问一问'],
  ]);
});

test('themes, time, rhythm and zone are chosen with buttons and kept over a restart', async () => {
  const { chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  const card = await subscribe(reader);
  for (const [label, shown] of [
    ['选主题', '养老服务'],
    ['养老服务', '✓ 养老服务'],
    ['‹ 返回', '主题：养老服务'],
    ['改时间', '什么时候送'],
    ['18:00', '18:00（'],
    ['改频率', '多久送一次'],
    ['工作日', '工作日 18:00'],
    ['暂停', '已暂停'],
  ] as const) {
    const now = reader.latest(card.id);
    await reader.press(now, label);
    await reader.edited(card.id, shown);
  }
  await chat.restart();
  await reader.say('/digest Asia/Urumqi');
  expect((await reader.next()).text).toContain(
    ['每日一读 · 已暂停', '时间：工作日 18:00（Asia/Urumqi）', '主题：养老服务'].join('\n'),
  );
  await reader.say('/digest 火星');
  expect((await reader.next()).text).toContain('不认识这个时区');
});

test('today’s digest can be seen before subscribing, the same each time', async () => {
  const { chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  await reader.say('/digest');
  const card = await reader.next();
  await reader.press(card, '先看今天的');
  const first = await reader.next();
  await reader.press(card, '先看今天的');
  expect((await reader.next()).text).toBe(first.text);
});

test('a group can subscribe', async () => {
  const { clock, chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader('老张', group);
  await subscribe(reader);
  clock.now += hour;
  await chat.restart();
  expect((await reader.next()).text).toContain('茶座每日一读');
});

test('a digest that may not have arrived is offered again', async () => {
  const { clock, chat } = await openMorning();
  await using _ = chat;
  const reader = await chat.reader();
  await subscribe(reader);
  const { exchange } = chat.services();
  const digests = exchange.digestsOf(botId, wiring);
  clock.now += hour;
  await digests.plan();
  await digests.outbox.claim(1);
  await chat.restart();
  await reader.say('/digest');
  const offer = await reader.next();
  expect(offer.text).toContain('没看到的话可以再发一次');
  await reader.press(offer, '再发一次 3月2日 的');
  expect((await reader.next()).text).toContain('茶座每日一读 · 3月2日');
});

test('/status tells admins, and only them, how the digests are going', async () => {
  await using chat = await openBot({ access: { openAccess: true, firstReaderIsAdmin: true } });
  const [admin, other] = [await chat.reader('管理员'), await chat.reader('老张')];
  await admin.say('/status');
  expect((await admin.next()).text).toBe(
    ['运行情况', '成员 1 人，群 0 个', '订阅 0 份', '今天的日报：还没有'].join('\n'),
  );
  await other.say('/status');
  expect((await other.next()).text).toBe('运行情况只给管理员看。');
});
