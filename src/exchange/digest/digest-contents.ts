import type { Kysely } from 'kysely';
import type { Schema } from '../state/schema.ts';
import { contentIdOf, type DigestContent, digestContentSchema } from './digest-content.ts';

/** What digests say, by the ids that rows and buttons name them by. */
export interface DigestContents {
  /** The id it has, kept or not. */
  idOf(content: DigestContent): string;
  /** Keeps a content and gives its id; the same content is kept once. */
  keep(content: DigestContent): Promise<string>;
  /** Keeps many in one commit and gives their ids, in the same order. */
  keepAll(contents: readonly DigestContent[]): Promise<readonly string[]>;
  find(id: string): Promise<DigestContent | undefined>;
}

// Most readers share a few contents; an old one is read again when it is needed.
const cached = 5000;

export function createDigestContents(db: Kysely<Schema>): DigestContents {
  const known = new Map<string, DigestContent>();
  // Many readers get one content: its id is computed once.
  const ids = new WeakMap<DigestContent, string>();
  const idOf = (content: DigestContent) => {
    const id = ids.get(content) ?? contentIdOf(JSON.stringify(content));
    ids.set(content, id);
    return id;
  };
  const remember = (id: string, content: DigestContent) => {
    if (known.size >= cached) known.clear();
    known.set(id, content);
  };
  const keepAll = async (contents: readonly DigestContent[]) => {
    const all = new Map(contents.map((content) => [idOf(content), content]));
    const fresh = [...all].filter(([id]) => !known.has(id));
    if (fresh.length > 0) {
      await db
        .insertInto('digest_contents')
        .values(fresh.map(([id, content]) => ({ id, content: JSON.stringify(content) })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    for (const [id, content] of fresh) remember(id, content);
    return contents.map(idOf);
  };
  return {
    idOf,
    keepAll,
    async keep(content) {
      await keepAll([content]);
      return idOf(content);
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
