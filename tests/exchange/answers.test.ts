import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { answered, notFound } from '../support/sample-answers.ts';
import { databases, openExchange } from './open-exchange.ts';

const place = { chatId: -100_200_300, readerId: 7 };
const hour = 60 * 60 * 1000;

describe.each(databases)('%s', (kind) => {
  test.each([
    ['answered', answered],
    ['not found', notFound],
  ])('an answer that was %s is found again after a restart as it was', async (_, answer) => {
    await using memory = await openExchange(kind);
    const kept = await memory.exchange().answers.keep(answer, place);
    await memory.reopen();
    expect(await memory.exchange().answers.find(kept.id)).toEqual({
      id: kept.id,
      ...place,
      answer,
      answeredAt: memory.clock.now,
    });
  });

  test('an id nobody was given finds nothing', async () => {
    await using memory = await openExchange(kind);
    expect(await memory.exchange().answers.find('AAAAAAAAAAAA')).toBeUndefined();
  });

  test('a damaged row is an error that names it', async () => {
    await using memory = await openExchange(kind);
    const { id } = await memory.exchange().answers.keep(answered, place);
    await memory.db().updateTable('answers').set({ answer: '{"kind":"answered"}' }).execute();
    await expect(memory.exchange().answers.find(id)).rejects.toThrow(`The answer ${id}`);
  });

  test('the last twelve exchanges of a day are recalled, oldest first, without small talk', async () => {
    await using memory = await openExchange(kind);
    const { answers, conversations } = memory.exchange();
    const ask = async (question: string, answer: Answer = answered) => {
      memory.clock.now += hour;
      await answers.keep({ ...answer, question }, place);
    };
    const earlier = Array.from({ length: 12 }, (_, at) => `第${at}问`);
    for (const question of earlier) await ask(question);
    await ask('三', notFound);
    await ask('谢谢', { ...notFound, kind: 'chat' });
    await ask('四');
    await answers.keep(answered, { ...place, readerId: 8 });
    const recalled = await conversations.recall(place);
    expect(recalled.map(({ question }) => question)).toEqual([...earlier.slice(-10), '三', '四']);
    memory.clock.now += 23 * hour;
    expect((await conversations.recall(place)).map(({ question }) => question)).toEqual(['四']);
    memory.clock.now += hour;
    expect(await conversations.recall(place)).toEqual([]);
  });

  test('a fresh start is kept over a restart and concerns one reader in one chat', async () => {
    await using memory = await openExchange(kind);
    const other = { ...place, readerId: 8 };
    await memory.exchange().answers.keep(answered, place);
    await memory.exchange().answers.keep(answered, other);
    memory.clock.now += 1;
    await memory.exchange().conversations.startAfresh(place);
    await memory.reopen();
    expect(await memory.exchange().conversations.recall(place)).toEqual([]);
    expect(await memory.exchange().conversations.recall(other)).toEqual([answered]);
  });

  test('a reader has one vote on an answer, and the last one counts', async () => {
    await using memory = await openExchange(kind);
    const { answers, votes } = memory.exchange();
    const { id } = await answers.keep(answered, place);
    const [mine, theirs] = [7, 8].map((readerId) => ({ answerId: id, readerId }));
    await votes.cast(mine!, 'up');
    await votes.cast(theirs!, 'up');
    await votes.cast(mine!, 'down');
    await memory.reopen();
    const { find } = memory.exchange().votes;
    expect([await find(mine!), await find(theirs!)]).toEqual(['down', 'up']);
    expect(await memory.db().selectFrom('votes').selectAll().execute()).toHaveLength(2);
  });

  test('a reader is known by number and by when they came first and last', async () => {
    await using memory = await openExchange(kind);
    const firstSeenAt = memory.clock.now;
    await memory.exchange().readers.greet(7);
    memory.clock.now += hour;
    await memory.exchange().readers.greet(7);
    const { readers } = memory.exchange();
    expect(await readers.find(7)).toEqual({ id: 7, firstSeenAt, lastSeenAt: memory.clock.now });
    expect(await readers.find(8)).toBeUndefined();
  });
});
