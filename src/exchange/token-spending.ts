import { type Kysely, sql, type Transaction } from 'kysely';
import type { SpendingRequest, TokenSpending } from '../answering/model/token-budget.ts';
import type { Schema } from './state/schema.ts';

interface SpendingOptions {
  readonly db: Kysely<Schema>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** IANA name of the zone in which a day begins. */
  readonly timeZone: string;
}

/** The row of all readers together; readers' own rows begin with `r`. */
const everyone = 'all';

/** Remembers the tokens of each day, for each reader and in all. What a crash leaves set aside counts as spent. */
export function createTokenSpending({ db, now, timeZone }: SpendingOptions): TokenSpending {
  const today = () =>
    Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    async setAside(request) {
      const day = today().toString();
      const yesterday = today().subtract({ days: 1 }).toString();
      return db.transaction().execute(async (trx) => {
        await trx.deleteFrom('token_spending').where('day', '<', yesterday).execute();
        return (await fits(trx, day, request)) ? { day } : undefined;
      });
    },
    async correct({ day, reader, difference }) {
      await db
        .updateTable('token_spending')
        .set({ tokens: sql<number>`tokens + ${difference}` })
        .where('day', '=', day)
        .where('reader', 'in', keysOf(reader))
        .execute();
    },
  };
}

/** Adds to all rows or, when one of them would exceed its cap, to none. */
async function fits(
  trx: Transaction<Schema>,
  day: string,
  { reader, tokens, caps }: SpendingRequest,
): Promise<boolean> {
  const keys = keysOf(reader);
  for (const key of keys) await makeRow(trx, { day, reader: key });
  const rows = await trx
    .selectFrom('token_spending')
    .select(['reader', 'tokens'])
    .where('day', '=', day)
    .where('reader', 'in', keys)
    .execute();
  const isFull = rows.some((row) => {
    const cap = row.reader === everyone ? caps.perDay : caps.perReader;
    return row.tokens + tokens > cap;
  });
  if (isFull) return false;
  await trx
    .updateTable('token_spending')
    .set({ tokens: sql<number>`tokens + ${tokens}` })
    .where('day', '=', day)
    .where('reader', 'in', keys)
    .execute();
  return true;
}

/** An upsert, also of a row that is there, locks it until the transaction ends: two can not both find room. */
async function makeRow(
  trx: Transaction<Schema>,
  { day, reader }: { readonly day: string; readonly reader: string },
): Promise<void> {
  await trx
    .insertInto('token_spending')
    .values({ day, reader, tokens: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'reader'])
        .doUpdateSet({ tokens: sql<number>`token_spending.tokens` }),
    )
    .execute();
}

function keysOf(reader: string): readonly string[] {
  return reader === '' ? [everyone] : [everyone, `r${reader}`];
}
