import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

type BotTable = 'members' | 'groups' | 'subscriptions';

/** How many rows of a table belong to one bot. */
export async function countRows(
  db: Kysely<Schema>,
  table: BotTable,
  botId: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where bot_id = ${botId}
  `.execute(db);
  return Number(rows[0]?.n ?? 0);
}
