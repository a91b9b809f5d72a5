import { describe, expect, test } from 'vitest';
import type { WriteOpening } from '../../../src/answering/write-opening.ts';
import { invented } from '../../support/sample-corpus.ts';
import { type DatabaseKind, databases } from '../open-exchange.ts';
import { day, openDigests } from './open-digests.ts';

const minute = 60 * 1000;
const never = new AbortController().signal;

/** Digests at eight, with a writer that can be made to fail. */
async function openWriting(kind: DatabaseKind) {
  const writer = { calls: 0, fails: false };
  const writeOpening: WriteOpening = async (items) => {
    writer.calls += 1;
    if (writer.fails) return undefined;
    return [
      { text: `${items[0]?.article.title}。`, items: [1] },
      { text: `第${writer.calls}次写的。`, items: [2] },
    ];
  };
  const open = await openDigests(kind, { writeOpening });
  open.memory.clock.now = Date.parse('2026-03-02T07:50:00+08:00');
  return {
    open,
    writer,
    openingOf: async (contentId: string | undefined) =>
      (await open.digests().contents.find(contentId ?? ''))?.opening,
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  };
}

describe.each(databases)('%s', (kind) => {
  test('an opening is written once for all who get the same digest, before it is due', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    await open.digests().subscriptions.change(7, {});
    await open.digests().subscriptions.change(8, {});
    await open.digests().subscriptions.change(9, { minute: 12 * 60 });
    await open.digests().writeOpenings(never);
    await open.digests().writeOpenings(never);
    open.memory.clock.now += 10 * minute;
    const sent = await open.sendDue();
    expect(sent.map(({ chatId }) => chatId)).toEqual([7, 8]);
    expect(await writing.openingOf(sent[0]?.contentId)).toHaveLength(2);
    expect(sent[1]?.contentId).toBe(sent[0]?.contentId);
    expect(writer.calls).toBe(1);
  });

  test('no digest waits: without an opening by the time it is due it goes out as it is', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    await open.digests().subscriptions.change(7, {});
    open.memory.clock.now += 10 * minute;
    const [sent] = await open.sendDue();
    expect(sent).toMatchObject({ chatId: 7 });
    expect(await writing.openingOf(sent?.contentId)).toBeUndefined();
    expect(writer.calls).toBe(0);
    // What was sent stays as it was.
    await open.digests().writeOpenings(never);
    expect((await open.digests().preview(7))?.opening).toBeUndefined();
  });

  test('what a reader has seen beforehand is what comes, over a restart too', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    await open.digests().subscriptions.change(7, {});
    const preview = await open.digests().preview(7);
    expect(preview?.opening).toHaveLength(2);
    await open.memory.reopen();
    open.memory.clock.now += 10 * minute;
    const [sent] = await open.sendDue();
    expect(await open.digests().contents.find(sent?.contentId ?? '')).toEqual(preview);
    expect(writer.calls).toBe(1);
  });

  test('what fails is not tried again that day, and is another day', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    writer.fails = true;
    await open.digests().subscriptions.change(7, {});
    expect((await open.digests().preview(7))?.opening).toBeUndefined();
    writer.fails = false;
    await open.memory.reopen();
    await open.digests().writeOpenings(never);
    open.memory.clock.now += 10 * minute;
    const [sent] = await open.sendDue();
    expect(await writing.openingOf(sent?.contentId)).toBeUndefined();
    open.memory.clock.now += day - 10 * minute;
    await open.digests().writeOpenings(never);
    open.memory.clock.now += 10 * minute;
    expect(await writing.openingOf((await open.sendDue())[0]?.contentId)).toHaveLength(2);
  });

  test('fifty digests a day have openings, those that most readers get first', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    for (let n = 0; n < 60; n += 1) {
      const theme = `主题${n}`;
      open.articles.push(invented(100 + n, { themes: [theme] }));
      await open.digests().subscriptions.change(100 + n, { themes: [theme] });
    }
    for (const chatId of [1, 2, 3]) await open.digests().subscriptions.change(chatId, {});
    await open.digests().writeOpenings(never);
    expect(writer.calls).toBe(50);
    open.memory.clock.now += 10 * minute;
    const sent = await open.sendDue();
    const first = sent.find(({ chatId }) => chatId === 1);
    expect(await writing.openingOf(first?.contentId)).toHaveLength(2);
  });

  test('a stop leaves what is not written for the next start', async () => {
    await using writing = await openWriting(kind);
    const { open, writer } = writing;
    await open.digests().subscriptions.change(7, {});
    await open.digests().writeOpenings(AbortSignal.abort());
    expect(writer.calls).toBe(0);
    await open.digests().writeOpenings(never);
    expect(writer.calls).toBe(1);
  });
});
