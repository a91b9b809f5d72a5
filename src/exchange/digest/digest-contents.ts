import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { contentIdOf, type DigestContent, digestContentSchema } from './digest-content.ts';

/** What digests say, by the ids that rows and buttons name them by. */
export interface DigestContents {
  /** Keeps a content and gives its id; the same content is kept once. */
  keep(content: DigestContent): Promise<string>;
  find(id: string): Promise<DigestContent | undefined>;
}

// Most readers share a few contents; an old one is read again when it is needed.
const cached = 5000;

export function createDigestContents(db: Kysely<Schema>): DigestContents {
  const known = new Map<string, DigestContent>();
  const remember = (id: string, content: DigestContent) => {
    if (known.size >= cached) known.clear();
    known.set(id, content);
  };
  return {
    async keep(content) {
      const text = JSON.stringify(content);
      const id = contentIdOf(text);
      if (known.has(id)) return id;
      await db
        .insertInto('digest_contents')
        .values({ id, content: text })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      remember(id, content);
      return id;
    },
    async find(id) {
      const found = known.get(id);
      if (found !== undefined) return found;
      const row = await db
        .selectFrom('digest_contents')
        .select('content')
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const content = digestContentSchema.parse(JSON.parse(row.content));
      remember(id, content);
      return content;
    },
  };
}
