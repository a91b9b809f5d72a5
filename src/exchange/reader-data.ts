import type { Kysely, Transaction } from 'kysely';
import type { BotScope } from './bot-scope.ts';
import type { Schema } from './state/schema.ts';
import { sweepAway } from './state/sweep-away.ts';

/** All that is kept of one reader. */
export interface ReaderData {
  /** Every row that names the reader, by table, JSON read. */
  collect(readerId: number): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /** Erases all of it, in the file as well. */
  erase(readerId: number): Promise<void>;
}

export function createReaderData({ db, botId }: BotScope): ReaderData {
  return {
    collect: (readerId) => collectRows(db, botId, readerId),
    async erase(readerId) {
      await db.transaction().execute((trx) => eraseRows(trx, botId, readerId));
      await sweepAway(db);
    },
  };
}

async function collectRows(db: Kysely<Schema>, botId: number, readerId: number) {
  const { ref } = db.dynamic;
  const rowsOf = async (table: 'answers' | 'votes' | 'conversations'): Promise<readonly object[]> =>
    db.selectFrom(table).selectAll().where(ref('reader_id'), '=', readerId).execute();
  const ofChat = async (table: 'subscriptions' | 'digests'): Promise<readonly object[]> =>
    db
      .selectFrom(table)
      .selectAll()
      .where('bot_id', '=', botId)
      .where('chat_id', '=', readerId)
      .execute();
  return {
    readers: await db.selectFrom('readers').selectAll().where('id', '=', readerId).execute(),
    members: await db
      .selectFrom('members')
      .select(['role', 'joined_at'])
      .where('bot_id', '=', botId)
      .where('reader_id', '=', readerId)
      .execute(),
    profiles: await db
      .selectFrom('profiles')
      .select(['org_type', 'place', 'themes', 'changed_at'])
      .where('bot_id', '=', botId)
      .where('reader_id', '=', readerId)
      .execute(),
    answers: (await rowsOf('answers')).map(readAnswer),
    votes: await rowsOf('votes'),
    conversations: await rowsOf('conversations'),
    tokenSpending: await db
      .selectFrom('token_spending')
      .select(['day', 'tokens'])
      .where('reader', '=', spenderOf(readerId))
      .execute(),
    subscriptions: await ofChat('subscriptions'),
    digests: await ofChat('digests'),
    // What waits, or could not be handled.
    inbox: (await waitingOf(db, botId, readerId).selectAll().execute()).map((row) => ({
      ...row,
      body: JSON.parse(row.body),
    })),
  };
}

/** Updates that still hold what a reader wrote or pressed: a `from` of this number. */
function waitingOf(db: Kysely<Schema>, botId: number, readerId: number) {
  return db
    .selectFrom('inbox')
    .where('bot_id', '=', botId)
    .where('state', '!=', 'done')
    .where('body', 'like', `%"from":{"id":${readerId},%`);
}

function readAnswer(row: object): object {
  return 'answer' in row && typeof row.answer === 'string'
    ? { ...row, answer: JSON.parse(row.answer) }
    : row;
}

async function eraseRows(trx: Transaction<Schema>, botId: number, readerId: number): Promise<void> {
  await trx.deleteFrom('votes').where('reader_id', '=', readerId).execute();
  await trx
    .deleteFrom('update_results')
    .where('key', 'in', (answers) =>
      answers.selectFrom('answers').select('id').where('reader_id', '=', readerId),
    )
    .execute();
  await trx.deleteFrom('answers').where('reader_id', '=', readerId).execute();
  await trx.deleteFrom('conversations').where('reader_id', '=', readerId).execute();
  await trx.deleteFrom('readers').where('id', '=', readerId).execute();
  await trx.deleteFrom('token_spending').where('reader', '=', spenderOf(readerId)).execute();
  for (const table of ['members', 'profiles'] as const) {
    await trx
      .deleteFrom(table)
      .where('bot_id', '=', botId)
      .where('reader_id', '=', readerId)
      .execute();
  }
  for (const table of ['subscriptions', 'digests'] as const) {
    // A private chat has the reader's own number.
    await trx
      .deleteFrom(table)
      .where('bot_id', '=', botId)
      .where('chat_id', '=', readerId)
      .execute();
  }
  await trx
    .updateTable('inbox')
    .set({ state: 'done', body: '' })
    .where('bot_id', '=', botId)
    .where('update_id', 'in', waitingOf(trx, botId, readerId).select('update_id'))
    .execute();
}

function spenderOf(readerId: number): string {
  return `r${readerId}`;
}
