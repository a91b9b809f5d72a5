import type { Kysely } from 'kysely';
import type { Schema } from '../state/schema.ts';

const rowsAtOnce = 500;

/**
 * Notes when each article was seen first. Those of the very first time count as always there: a new bot does not
 * call its whole corpus new.
 */
export async function noteArticles(
  db: Kysely<Schema>,
  ids: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const known = await readKnown(db);
  const fresh = ids.filter((id) => !known.has(id));
  const firstSeenAt = known.size === 0 ? 0 : now;
  for (let at = 0; at < fresh.length; at += rowsAtOnce) {
    const rows = fresh.slice(at, at + rowsAtOnce);
    await db
      .insertInto('known_articles')
      .values(rows.map((id) => ({ article_id: id, first_seen_at: firstSeenAt })))
      .onConflict((conflict) => conflict.column('article_id').doNothing())
      .execute();
  }
  return new Map([...known, ...fresh.map((id) => [id, firstSeenAt] as const)]);
}

async function readKnown(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('known_articles').selectAll().execute();
  return new Map(rows.map((row) => [row.article_id, row.first_seen_at]));
}
