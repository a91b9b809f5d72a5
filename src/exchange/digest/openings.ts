import type { Kysely } from 'kysely';
import type { OpeningItem, OpeningSentence, WriteOpening } from '../../answering/write-opening.ts';
import type { Article } from '../../corpus/article.ts';
import type { Schema } from '../state/schema.ts';
import { type DigestContent, openingSchema } from './digest-content.ts';
import type { DigestContents } from './digest-contents.ts';

/** The openings of digests: written by a model, once for each distinct digest, and kept. */
export interface Openings {
  /** Reads what was decided on a day, once. */
  load(day: string): Promise<void>;
  /** A digest of a loaded day with its opening, the same object each time; as it is when it has none. */
  addTo(content: DigestContent): DigestContent;
  /** Has the opening of a digest written, unless that is decided: what fails is not tried again. */
  write(content: DigestContent, options: WritingOptions): Promise<void>;
}

interface WritingOptions {
  /** Leaves it undecided. */
  readonly signal?: AbortSignal;
  /** Milliseconds that somebody waits for it at most. */
  readonly patience?: number;
}

interface OpeningsOptions {
  readonly db: Kysely<Schema>;
  readonly contents: DigestContents;
  readonly writeOpening: WriteOpening;
  readonly listArticles: () => Promise<readonly Article[]>;
}

// Some 2,500 tokens each: the greater part of the day's is for questions.
const writtenPerDay = 50;
const daysKept = 3;

/** By the ids of digests without them; empty: there is none. */
type DayOpenings = Map<string, readonly OpeningSentence[]>;

export function createOpenings(options: OpeningsOptions): Openings {
  const { db, contents } = options;
  const days = new Map<string, DayOpenings>();
  const opened = new WeakMap<DigestContent, DigestContent>();
  const underWay = new Map<string, Promise<void>>();
  const decide = async (content: DigestContent, asked: WritingOptions) => {
    const ofDay = days.get(content.day);
    const id = contents.idOf(content);
    if (ofDay === undefined || ofDay.has(id) || ofDay.size >= writtenPerDay) return;
    const opening = (await writeFor(content, options, asked)) ?? [];
    if (asked.signal?.aborted === true) return;
    await keepOpening(db, { day: content.day, id, opening });
    ofDay.set(id, opening);
  };
  return {
    async load(day) {
      if (days.has(day)) return;
      const read = await readDay(db, day);
      if (days.size >= daysKept) days.clear();
      days.set(day, read);
    },
    addTo(content) {
      const ofDay = days.get(content.day);
      if (ofDay === undefined || ofDay.size === 0) return content;
      const known = opened.get(content);
      if (known !== undefined) return known;
      const opening = ofDay.get(contents.idOf(content)) ?? [];
      if (opening.length === 0) return content;
      const made = { ...content, opening };
      opened.set(content, made);
      return made;
    },
    async write(content, asked) {
      const id = contents.idOf(content);
      const writing = underWay.get(id) ?? decide(content, asked);
      underWay.set(id, writing);
      await writing.finally(() => underWay.delete(id));
    },
  };
}

async function writeFor(
  { items }: DigestContent,
  { writeOpening, listArticles }: OpeningsOptions,
  asked: WritingOptions,
): Promise<readonly OpeningSentence[] | undefined> {
  const found = findArticles(items, await listArticles());
  return found && writeOpening(found, asked);
}

/** What an opening is written from; undefined when an article has gone, which would shift the numbers of others. */
export function findArticles(
  items: DigestContent['items'],
  articles: readonly Article[],
): readonly OpeningItem[] | undefined {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const found = items.flatMap(({ articleId, sentences }) => {
    const article = byId.get(articleId);
    return article === undefined ? [] : [{ article, sentences }];
  });
  return found.length < items.length ? undefined : found;
}

async function readDay(db: Kysely<Schema>, day: string): Promise<DayOpenings> {
  const rows = await db
    .selectFrom('digest_openings')
    .select(['content_id', 'opening'])
    .where('day', '=', day)
    .execute();
  return new Map(rows.map((row) => [row.content_id, openingSchema.parse(JSON.parse(row.opening))]));
}

interface KeptOpening {
  readonly day: string;
  readonly id: string;
  readonly opening: readonly OpeningSentence[];
}

async function keepOpening(db: Kysely<Schema>, { day, id, opening }: KeptOpening): Promise<void> {
  await db
    .insertInto('digest_openings')
    .values({ day, content_id: id, opening: JSON.stringify(opening) })
    .onConflict((conflict) => conflict.columns(['day', 'content_id']).doNothing())
    .execute();
}
