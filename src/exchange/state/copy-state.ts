import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Every table with its primary key, those that others refer to first. */
const keys: Readonly<Record<keyof Schema, readonly [string, ...string[]]>> = {
  readers: ['id'],
  answers: ['id'],
  votes: ['answer_id', 'reader_id'],
  conversations: ['chat_id', 'reader_id'],
  token_spending: ['day', 'reader'],
  inbox: ['bot_id', 'update_id'],
  effects: ['bot_id', 'update_id', 'n'],
  members: ['bot_id', 'reader_id'],
  invites: ['bot_id', 'code_hash'],
  groups: ['bot_id', 'chat_id'],
  profiles: ['bot_id', 'reader_id'],
  update_results: ['bot_id', 'update_id', 'kind'],
  subscriptions: ['bot_id', 'chat_id'],
  digest_contents: ['id'],
  digest_openings: ['day', 'content_id'],
  digests: ['bot_id', 'chat_id', 'day'],
  pauses: ['bot_id'],
  known_articles: ['article_id'],
};

const tables = Object.entries(keys);
// SQLite takes 32,766 parameters in a statement; no table has more than 10 columns.
const rowsPerCopy = 500;

type Row = Readonly<Record<string, unknown>>;

/**
 * Copies all that is remembered into an empty database with the same tables, as it is at one moment and all or
 * nothing. Answers with the number of rows.
 */
export async function copyState(from: Kysely<Schema>, to: Kysely<Schema>): Promise<number> {
  return to.transaction().execute((target) =>
    from
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (source) => {
        let rows = 0;
        for (const [table, key] of tables) rows += await copyTable({ source, target, table, key });
        return rows;
      }),
  );
}

/** The tables that hold anything. */
export async function filledTables(db: Kysely<Schema>): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const [table] of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) filled.push(table);
  }
  return filled;
}

interface Copying {
  readonly source: Transaction<Schema>;
  readonly target: Transaction<Schema>;
  readonly table: string;
  readonly key: readonly string[];
}

async function copyTable({ source, target, table, key }: Copying): Promise<number> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  let copied = 0;
  for (;;) {
    const values: Row | undefined = last;
    const after =
      values === undefined
        ? sql``
        : sql`where (${columns}) > (${sql.join(key.map((column) => sql.val(values[column])))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${rowsPerCopy}
    `.execute(source);
    if (rows.length > 0) await insertRows(target, table, rows);
    copied += rows.length;
    last = rows.at(-1);
    if (rows.length < rowsPerCopy) return copied;
  }
}

async function insertRows(
  target: Transaction<Schema>,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`,
  );
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(tuples)}`.execute(target);
}
