import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { answered, notFound } from '../support/sample-answers.ts';
import { inventedCorpus } from '../support/sample-corpus.ts';
import { databases, openExchange } from './open-exchange.ts';

const day = 24 * 60 * 60 * 1000;
const bot = 1;

describe.each(databases)('%s', (kind) => {
  test('all that is kept of a reader is collected, and erased without touching others', async () => {
    await using memory = await openExchange(kind);
    const exchange = memory.exchange();
    const { members, readerData } = exchange.of(bot);
    for (const readerId of [7, 8]) {
      const place = { chatId: -100, readerId };
      await exchange.readers.greet(readerId);
      const { id } = await exchange.answers.keep(answered, place);
      await exchange.votes.cast({ answerId: id, readerId }, 'up');
      await exchange.conversations.startAfresh(place);
      const code = await members.invite({ role: 'member', expiresAt: memory.clock.now + day });
      await members.redeem(code, readerId);
      await exchange
        .inboxOf(bot)
        .accept([
          { updateId: readerId, body: { message: { from: { id: readerId, is_bot: false } } } },
        ]);
    }
    const kept = await readerData.collect(7);
    expect(kept).toMatchObject({
      readers: [{ id: 7 }],
      members: [{ role: 'member' }],
      answers: [{ chat_id: -100, answer: { question: answered.question } }],
      votes: [{ vote: 'up' }],
      conversations: [{ chat_id: -100 }],
      inbox: [{ body: { message: { from: { id: 7 } } } }],
    });
    await readerData.erase(7);
    const left = await readerData.collect(7);
    expect(Object.values(left).flat()).toEqual([]);
    expect(Object.values(await readerData.collect(8)).flat()).toHaveLength(6);
    expect((await exchange.inboxOf(bot).pending()).map(({ updateId }) => updateId)).toEqual([8]);
    expect(await exchange.inboxOf(bot).begin(7)).toBe('over');
  });

  test('no table keeps the number of a reader who was forgotten', async () => {
    await using memory = await openExchange(kind);
    const exchange = memory.exchange();
    const readerId = 987_654_321;
    const { members, readerData } = exchange.of(bot);
    await exchange.readers.greet(readerId);
    await members.admitFirst(readerId);
    const origin = { botId: bot, updateId: 5 };
    const { id } = await exchange.answers.keep(answered, { chatId: readerId, readerId }, origin);
    await exchange.conversations.startAfresh({ chatId: readerId, readerId });
    const wiring = { timeZone: 'UTC', listArticles: async () => inventedCorpus(5) };
    const digests = exchange.digestsOf(bot, wiring);
    await digests.subscriptions.change(readerId, {});
    memory.clock.now += 2 * day;
    await digests.plan();
    const holding = async () => {
      const found: string[] = [];
      for (const { name } of await memory.db().introspection.getTables()) {
        const { rows } = await sql`select * from ${sql.table(name)}`.execute(memory.db());
        if (JSON.stringify(rows).includes(String(readerId))) found.push(name);
      }
      return found.toSorted();
    };
    expect(await holding()).toEqual([
      'answers',
      'conversations',
      'digests',
      'members',
      'readers',
      'subscriptions',
    ]);
    await readerData.erase(readerId);
    expect(await holding()).toEqual([]);
    expect(await exchange.answers.keptFor(origin)).toBeUndefined();
    for (const text of [answered.question, id]) {
      expect(await filesHolding(memory.file, text)).toEqual([]);
    }
    const fourBytes = Buffer.alloc(4);
    fourBytes.writeUInt32BE(readerId);
    expect(await filesHolding(memory.file, fourBytes)).toEqual([]);
  });

  test('questions are erased after 30 days; the answers keep their buttons', async () => {
    await using memory = await openExchange(kind);
    const exchange = memory.exchange();
    const place = { chatId: 7, readerId: 7 };
    const old = await exchange.answers.keep(answered, place);
    const missed = await exchange.answers.keep(notFound, place);
    memory.clock.now += 20 * day;
    const recent = await exchange.answers.keep(answered, place);
    memory.clock.now += 11 * day;
    await exchange.keepHouse();
    await exchange.keepHouse();
    const { answers } = exchange;
    expect((await answers.find(old.id))?.answer).toEqual({ ...answered, question: '' });
    expect(await answers.find(missed.id)).toBeUndefined();
    expect((await answers.find(recent.id))?.answer).toEqual(answered);
    await answers.keep({ ...answered, question: '只问这一次' }, place);
    if (kind === 'SQLite') expect(await filesHolding(memory.file, '只问这一次')).not.toEqual([]);
    memory.clock.now += 31 * day;
    await exchange.keepHouse();
    expect(await filesHolding(memory.file, '只问这一次')).toEqual([]);
  });
});

/** The files of SQLite that hold a text or bytes: the database and its write-ahead log. */
async function filesHolding(file: string, sought: string | Buffer): Promise<readonly string[]> {
  const folder = dirname(file);
  const names = await readdir(folder);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return names.filter((_, index) => contents[index]?.includes(sought));
}
