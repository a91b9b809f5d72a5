import type { Kysely } from 'kysely';
import type { Answer } from '../answering/answer.ts';
import { toKeptAnswer } from './answers.ts';
import { dayIn } from './digest/due-time.ts';
import type { Schema } from './state/schema.ts';
import { sweepAway } from './state/sweep-away.ts';

const day = 24 * 60 * 60 * 1000;
/** What a reader wrote is kept this long, in milliseconds. */
const wordsKeptFor = 30 * day;
// Telegram delivers an update again for a day at most.
const effectsKeptFor = 6 * day;
const batch = 200;

/**
 * Erases what has been kept long enough: readers' words, what updates have sent, invites that are over. Answers stay
 * without their questions, so that their buttons still work.
 */
export async function keepHouse(db: Kysely<Schema>, now: number): Promise<void> {
  const before = now - wordsKeptFor;
  await db
    .deleteFrom('answers')
    .where('answered_at', '<', before)
    .where('kind', '!=', 'answered')
    .execute();
  while ((await eraseQuestions(db, before)) === batch);
  await db
    .updateTable('inbox')
    .set({ state: 'done', body: '' })
    .where('state', '!=', 'done')
    .where('received_at', '<', before)
    .execute();
  await db
    .deleteFrom('effects')
    .where('began_at', '<', now - effectsKeptFor)
    .execute();
  await db
    .deleteFrom('update_results')
    .where('made_at', '<', now - effectsKeptFor)
    .execute();
  const lastDay = dayIn('UTC', now - effectsKeptFor);
  await db.deleteFrom('digest_openings').where('day', '<', lastDay).execute();
  await db.deleteFrom('invites').where('expires_at', '<', before).execute();
  await sweepAway(db);
}

async function eraseQuestions(db: Kysely<Schema>, before: number): Promise<number> {
  const rows = await db
    .selectFrom('answers')
    .selectAll()
    .where('answered_at', '<', before)
    .where('kind', '=', 'answered')
    .where('answer', 'not like', '{"question":"",%')
    .limit(batch)
    .execute();
  for (const row of rows) {
    const answer = withoutQuestion(toKeptAnswer(row).answer);
    await db
      .updateTable('answers')
      .set({ answer: JSON.stringify(answer) })
      .where('id', '=', row.id)
      .execute();
  }
  return rows.length;
}

/** Notes may repeat what was asked. `question` comes first: that is how it is seen to be erased. */
function withoutQuestion(answer: Answer): Answer {
  const { question: _, ...rest } = answer;
  return { question: '', ...rest, notes: [] };
}
