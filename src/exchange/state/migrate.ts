import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations, type Schema } from './schema.ts';

/** Brings the tables up to date, all or nothing. @throws what the database says. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
