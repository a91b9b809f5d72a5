import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import type { Delivery } from '../../../src/exchange/digest/outbox.ts';
import { invented, inventedCorpus } from '../../support/sample-corpus.ts';
import { type DatabaseKind, databases, openExchange } from '../open-exchange.ts';

const bot = 1;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Monday, 2 March 2026, 07:00 in Shanghai, with thirty articles. */
async function openDigests(kind: DatabaseKind) {
  const memory = await openExchange(kind);
  memory.clock.now = Date.parse('2026-03-02T07:00:00+08:00');
  const articles: Article[] = [...inventedCorpus(30)];
  const digests = () =>
    memory
      .exchange()
      .digestsOf(bot, { timeZone: 'Asia/Shanghai', listArticles: async () => articles });
  return {
    memory,
    articles,
    digests,
    /** Plans and sends all that is due, each with this end. */
    async sendDue(delivery: Delivery = { kind: 'sent' }) {
      await digests().plan();
      const { outbox } = digests();
      const outgoing = await outbox.claim(100);
      await outbox.settle(outgoing.map((each) => ({ outgoing: each, delivery })));
      return outgoing;
    },
    itemsOf: async (contentId: string) =>
      (await digests().contents.find(contentId))?.items.map((item) => item.articleId) ?? [],
    [Symbol.asyncDispose]: () => memory[Symbol.asyncDispose](),
  };
}

describe.each(databases)('%s', (kind) => {
  test('a subscription gets one digest a day at its time, never an article twice', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, {});
    expect(await open.sendDue()).toEqual([]);
    const seen: string[] = [];
    for (let days = 0; days < 12; days += 1) {
      open.memory.clock.now = Date.parse('2026-03-02T08:00:00+08:00') + days * day;
      const [outgoing, ...others] = await open.sendDue();
      expect(others).toEqual([]);
      if (outgoing !== undefined) seen.push(...(await open.itemsOf(outgoing.contentId)));
      expect(await open.sendDue()).toEqual([]);
    }
    // Ten digests of three; then nothing is left, and nothing is sent.
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
  });

  test('days missed while the bot was down give one digest', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, {});
    open.memory.clock.now += 5 * day + 2 * hour;
    await open.memory.reopen();
    expect(await open.sendDue()).toHaveLength(1);
    expect(await open.sendDue()).toEqual([]);
    open.memory.clock.now += day;
    expect(await open.sendDue()).toHaveLength(1);
  });

  test('what would go out at night waits for the morning', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, { minute: 20 * 60 });
    open.memory.clock.now = Date.parse('2026-03-02T23:30:00+08:00');
    expect(await open.sendDue()).toEqual([]);
    open.memory.clock.now = Date.parse('2026-03-03T06:59:00+08:00');
    expect(await open.sendDue()).toEqual([]);
    open.memory.clock.now = Date.parse('2026-03-03T07:00:00+08:00');
    expect(await open.sendDue()).toHaveLength(1);
  });

  test('a queue that reaches into the night goes on in the morning', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, { minute: 20 * 60 });
    open.memory.clock.now = Date.parse('2026-03-02T20:00:00+08:00');
    await open.digests().plan();
    open.memory.clock.now = Date.parse('2026-03-02T22:00:00+08:00');
    const { outbox } = open.digests();
    expect(await outbox.claim(8)).toEqual([]);
    await outbox.keepQuiet();
    open.memory.clock.now = Date.parse('2026-03-03T07:00:00+08:00');
    expect(await outbox.claim(8)).toMatchObject([{ chatId: 7, day: '2026-03-02' }]);
  });

  test('the choice is the same however often it is computed, and the preview is the digest', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, { themes: ['养老服务'] });
    const preview = await open.digests().preview(7);
    expect(await open.digests().preview(7)).toEqual(preview);
    open.memory.clock.now += hour;
    const [outgoing] = await open.sendDue();
    await open.memory.reopen();
    expect(await open.digests().contents.find(outgoing!.contentId)).toEqual(preview);
    expect(await open.digests().preview(7)).toEqual(preview);
  });

  test('articles of the beginning are not new; what is added later is, for a week', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, {});
    await open.digests().plan();
    expect((await open.digests().preview(7))?.items[0]?.reason.why).toBe('unseen');
    open.articles.push(invented(40));
    open.memory.clock.now += hour;
    const [outgoing] = await open.sendDue();
    const content = await open.digests().contents.find(outgoing!.contentId);
    expect(content?.items[0]).toMatchObject({ articleId: 'article-40', reason: { why: 'new' } });
  });

  test('something to study comes once a week', async () => {
    await using open = await openDigests(kind);
    open.articles.push(invented(41, { kind: 'study-note' }), invented(42, { kind: 'study-note' }));
    await open.digests().subscriptions.change(7, {});
    const studied: number[] = [];
    for (let days = 0; days < 9; days += 1) {
      open.memory.clock.now = Date.parse('2026-03-02T08:00:00+08:00') + days * day;
      const [outgoing] = await open.sendDue();
      const items = (await open.digests().contents.find(outgoing!.contentId))?.items ?? [];
      if (items.some(({ reason }) => reason.why === 'study')) studied.push(days);
    }
    expect(studied).toEqual([0, 7]);
  });

  test('a paused or cancelled subscription gets nothing', async () => {
    await using open = await openDigests(kind);
    const { subscriptions } = open.digests();
    await subscriptions.change(7, { isPaused: true });
    await subscriptions.change(8, {});
    open.memory.clock.now += hour;
    await open.digests().plan();
    await subscriptions.cancel(8);
    expect(await open.digests().outbox.claim(8)).toEqual([]);
    await subscriptions.change(7, { isPaused: false });
    open.memory.clock.now += day;
    expect(await open.sendDue()).toMatchObject([{ chatId: 7 }]);
  });

  test('what was being sent when the process died is unknown: not sent again but on wish', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, {});
    open.memory.clock.now += hour;
    await open.digests().plan();
    await open.digests().outbox.claim(8);
    await open.memory.reopen();
    const { outbox } = open.digests();
    expect(await outbox.recover()).toBe(1);
    expect(await open.sendDue()).toEqual([]);
    expect(await outbox.unknownDays(7)).toEqual(['2026-03-02']);
    await outbox.sendAgain(7, '2026-03-02');
    expect(await open.sendDue()).toMatchObject([{ chatId: 7, day: '2026-03-02' }]);
    expect(await outbox.unknownDays(7)).toEqual([]);
  });

  test('a flood wait outlasts a restart and ends by itself', async () => {
    await using open = await openDigests(kind);
    for (const chatId of [7, 8]) await open.digests().subscriptions.change(chatId, {});
    open.memory.clock.now += hour;
    await open.digests().plan();
    const [first] = await open.digests().outbox.claim(1);
    const flood = { kind: 'flood', after: 90_000 } as const;
    await open.digests().outbox.settle([{ outgoing: first!, delivery: flood }]);
    await open.memory.reopen();
    expect(await open.digests().outbox.claim(8)).toEqual([]);
    open.memory.clock.now += 90_000;
    expect(await open.digests().outbox.claim(8)).toHaveLength(2);
  });

  test('each end of a sending has its consequence', async () => {
    await using open = await openDigests(kind);
    const { subscriptions } = open.digests();
    for (const chatId of [1, 2, 3, 4, -5]) await subscriptions.change(chatId, {});
    open.memory.clock.now += hour;
    await open.digests().plan();
    const ends: Readonly<Record<number, Delivery>> = {
      1: { kind: 'gone' },
      2: { kind: 'failed' },
      3: { kind: 'again', after: 5000 },
      4: { kind: 'unsent' },
      [-5]: { kind: 'moved', to: -1005 },
    };
    const { outbox } = open.digests();
    const claimed = await outbox.claim(8);
    await outbox.settle(
      claimed.map((outgoing) => ({ outgoing, delivery: ends[outgoing.chatId]! })),
    );
    expect(await subscriptions.find(1)).toBeUndefined();
    expect(await subscriptions.find(2)).toBeDefined();
    expect(await subscriptions.find(-1005)).toBeDefined();
    const next = await outbox.claim(8);
    expect(next.map(({ chatId }) => chatId).toSorted()).toEqual([-1005, 4]);
    expect(next.find(({ chatId }) => chatId === 4)?.attempts).toBe(1);
    open.memory.clock.now += 5000;
    expect(await outbox.claim(8)).toMatchObject([{ chatId: 3, attempts: 2 }]);
    expect(await outbox.progress('2026-03-02')).toEqual({ gone: 1, failed: 1, sending: 3 });
  });
});
