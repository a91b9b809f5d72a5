import { describe, expect, test } from 'vitest';
import { invented } from '../../support/sample-corpus.ts';
import { databases } from '../open-exchange.ts';
import { day, hour, openDigests } from './open-digests.ts';

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
});
