import { describe, expect, test } from 'vitest';
import { createTokenBudget } from '../../src/answering/model/token-budget.ts';
import { createTokenSpending } from '../../src/exchange/token-spending.ts';
import { type DatabaseKind, databases, openExchange } from './open-exchange.ts';

const noon = Date.parse('2026-11-21T12:00:00+08:00');
const timeZone = 'Asia/Shanghai';

async function openBudget(kind: DatabaseKind, caps: { perDay: number; perReader: number }) {
  const memory = await openExchange(kind);
  const clock = { now: noon };
  const spending = createTokenSpending({ db: memory.db(), now: () => clock.now, timeZone });
  return {
    clock,
    db: memory.db(),
    budget: createTokenBudget(spending, caps),
    [Symbol.asyncDispose]: () => memory[Symbol.asyncDispose](),
  };
}

describe.each(databases)('on %s', (kind) => {
  test('200 reservations at once get no more than the day has', async () => {
    await using opened = await openBudget(kind, { perDay: 10_000, perReader: 10_000 });
    const reservations = await Promise.all(
      Array.from({ length: 200 }, (_, reader) => opened.budget.reserve(`${reader}`, 900)),
    );
    expect(reservations.filter((one) => one !== undefined)).toHaveLength(11);
  });

  test('one reader can not take what is left to the others', async () => {
    await using opened = await openBudget(kind, { perDay: 10_000, perReader: 1000 });
    expect(await opened.budget.reserve('1', 800)).toBeDefined();
    expect(await opened.budget.reserve('1', 800)).toBeUndefined();
    expect(await opened.budget.reserve('2', 800)).toBeDefined();
  });

  test('a refused reservation sets nothing aside', async () => {
    await using opened = await openBudget(kind, { perDay: 1000, perReader: 500 });
    expect(await opened.budget.reserve('1', 600)).toBeUndefined();
    expect(await opened.budget.reserve('2', 500)).toBeDefined();
    expect(await opened.budget.reserve('3', 500)).toBeDefined();
    expect(await opened.budget.reserve('4', 1)).toBeUndefined();
  });

  test('what was not used is given back, what was used beyond it is taken', async () => {
    await using opened = await openBudget(kind, { perDay: 1000, perReader: 1000 });
    const first = await opened.budget.reserve('1', 900);
    await first?.settle(100);
    const second = await opened.budget.reserve('1', 900);
    await second?.settle(950);
    expect(await opened.budget.reserve('1', 1)).toBeUndefined();
  });

  test('a new day begins at midnight of the time zone, and older days are forgotten', async () => {
    await using opened = await openBudget(kind, { perDay: 1000, perReader: 1000 });
    await opened.budget.reserve('1', 1000);
    opened.clock.now = Date.parse('2026-11-21T23:59:59+08:00');
    expect(await opened.budget.reserve('1', 1)).toBeUndefined();
    opened.clock.now = Date.parse('2026-11-22T00:00:00+08:00');
    expect(await opened.budget.reserve('1', 1000)).toBeDefined();
    opened.clock.now = Date.parse('2026-11-23T00:00:00+08:00');
    await opened.budget.reserve('1', 1000);
    const days = await opened.db
      .selectFrom('token_spending')
      .select('day')
      .distinct()
      .orderBy('day')
      .execute();
    expect(days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23']);
  });

  test('what is settled after midnight counts for the day it was set aside', async () => {
    await using opened = await openBudget(kind, { perDay: 1000, perReader: 1000 });
    const late = await opened.budget.reserve('1', 900);
    opened.clock.now = Date.parse('2026-11-22T00:00:10+08:00');
    expect(await opened.budget.reserve('1', 1000)).toBeDefined();
    await late?.settle(100);
    expect(await opened.budget.reserve('1', 1)).toBeUndefined();
  });
});
