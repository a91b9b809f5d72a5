import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Profile } from '../answering/profile.ts';
import type { BotScope } from './bot-scope.ts';
import type { Schema } from './state/schema.ts';

/** What readers have said they are: kept only when there is something to keep. */
export interface Profiles {
  /** Undefined when the reader has said nothing. */
  find(readerId: number): Promise<Profile | undefined>;
  save(readerId: number, profile: Profile): Promise<void>;
  erase(readerId: number): Promise<void>;
}

const themesSchema = z.array(z.string());

export function createProfiles({ db, botId, now }: BotScope): Profiles {
  const erase = async (readerId: number) => {
    await db
      .deleteFrom('profiles')
      .where('bot_id', '=', botId)
      .where('reader_id', '=', readerId)
      .execute();
  };
  return {
    find: (readerId) => findProfile(db, botId, readerId),
    async save(readerId, { orgType, place, themes }) {
      if (orgType === null && place === null && themes.length === 0) return erase(readerId);
      const said = {
        org_type: orgType,
        place,
        themes: JSON.stringify(themes),
        changed_at: now(),
      };
      await db
        .insertInto('profiles')
        .values({ bot_id: botId, reader_id: readerId, ...said })
        .onConflict((conflict) => conflict.columns(['bot_id', 'reader_id']).doUpdateSet(said))
        .execute();
    },
    erase,
  };
}

async function findProfile(
  db: Kysely<Schema>,
  botId: number,
  readerId: number,
): Promise<Profile | undefined> {
  const row = await db
    .selectFrom('profiles')
    .select(['org_type', 'place', 'themes'])
    .where('bot_id', '=', botId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const themes = themesSchema.parse(JSON.parse(row.themes));
  return { orgType: row.org_type, place: row.place, themes };
}
