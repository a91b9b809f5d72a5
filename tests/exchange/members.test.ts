import { describe, expect, test } from 'vitest';
import { answered } from '../support/sample-answers.ts';
import { databases, openExchange } from './open-exchange.ts';

const day = 24 * 60 * 60 * 1000;
const bot = 1;

describe.each(databases)('%s', (kind) => {
  test('an invite admits one reader with its role, once', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    const code = await members.invite({ role: 'reviewer', expiresAt: memory.clock.now + day });
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(await members.redeem(code, 7)).toBe('joined');
    expect(await members.redeem(code, 8)).toBe('invalid');
    expect([await members.roleOf(7), await members.roleOf(8)]).toEqual(['reviewer', undefined]);
    const stored = await memory.db().selectFrom('invites').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  test('an invite that has expired, or was made for another bot, admits nobody', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    const code = await members.invite({ role: 'member', expiresAt: memory.clock.now + day });
    expect(await memory.exchange().of(2).members.redeem(code, 7)).toBe('invalid');
    memory.clock.now += day;
    expect(await members.redeem(code, 7)).toBe('invalid');
    expect(await members.redeem('nonsense', 7)).toBe('invalid');
  });

  test('whoever has the role already leaves the invite for somebody else', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    await members.admitFirst(7);
    await members.admitFirst(8);
    const code = await members.invite({ role: 'member', expiresAt: memory.clock.now + day });
    expect(await members.redeem(code, 7)).toBe('known');
    expect(await members.redeem(code, 8)).toBe('joined');
    expect([await members.roleOf(7), await members.roleOf(8)]).toEqual(['admin', 'member']);
  });

  test('an update that asks for an invite has made one, however often it is handled', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    const wish = { role: 'member', expiresAt: memory.clock.now + day, updateId: 5 } as const;
    const [first, second] = [await members.invite(wish), await members.invite(wish)];
    expect(await members.redeem(first, 7)).toBe('invalid');
    expect(await members.redeem(second, 7)).toBe('joined');
  });

  test('members are listed in the order they came, and get other roles', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    for (const reader of [9, 8, 7]) {
      const code = await members.invite({ role: 'member', expiresAt: memory.clock.now + day });
      await members.redeem(code, reader);
      memory.clock.now += 1000;
    }
    await members.changeRole(8, 'admin');
    await members.changeRole(100, 'admin');
    const listed = await members.list({ skip: 1, limit: 5 });
    expect(listed.map(({ readerId, role }) => [readerId, role])).toEqual([
      [8, 'admin'],
      [7, 'member'],
    ]);
    expect(await members.find(9)).toMatchObject({ readerId: 9, role: 'member' });
    expect(await members.find(100)).toBeUndefined();
    expect(await members.count()).toBe(3);
  });

  test('of 100 who redeem one invite at once, one is admitted', async () => {
    await using memory = await openExchange(kind);
    const { members } = memory.exchange().of(bot);
    const code = await members.invite({ role: 'member', expiresAt: memory.clock.now + day });
    const readers = Array.from({ length: 100 }, (_, n) => n + 1);
    const outcomes = await Promise.all(readers.map((reader) => members.redeem(code, reader)));
    expect(outcomes.filter((outcome) => outcome === 'joined')).toHaveLength(1);
    expect(await members.count()).toBe(1);
  });

  test('a group keeps what it has when it becomes a supergroup, told once or twice, and loses it when the bot leaves', async () => {
    await using memory = await openExchange(kind);
    const exchange = memory.exchange();
    const { groups } = exchange.of(bot);
    const wiring = { timeZone: 'UTC', listArticles: async () => [] };
    const { subscriptions } = exchange.digestsOf(bot, wiring);
    await groups.admit(-5);
    await subscriptions.change(-5, { minute: 540 });
    const { id } = await exchange.answers.keep(answered, { chatId: -5, readerId: 7 });
    await exchange.conversations.startAfresh({ chatId: -5, readerId: 7 });
    await groups.rename(-5, -1005);
    await exchange.conversations.startAfresh({ chatId: -5, readerId: 7 });
    await groups.rename(-5, -1005);
    expect([await groups.isAdmitted(-5), await groups.isAdmitted(-1005)]).toEqual([false, true]);
    expect(await subscriptions.find(-5)).toBeUndefined();
    expect(await subscriptions.find(-1005)).toMatchObject({ minute: 540 });
    expect(await exchange.answers.find(id)).toMatchObject({ chatId: -1005 });
    await groups.dismiss(-1005);
    expect(await groups.isAdmitted(-1005)).toBe(false);
    expect(await subscriptions.find(-1005)).toBeUndefined();
  });
});
