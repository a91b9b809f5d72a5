import type { WriteOpening } from '../../answering/write-opening.ts';
import type { Article } from '../../corpus/article.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { type ComposeDigest, createComposeDigest } from './compose-digest.ts';
import type { DigestContent } from './digest-content.ts';
import { createDigestContents, type DigestContents } from './digest-contents.ts';
import { dayIn } from './due-time.ts';
import { noteArticles } from './known-articles.ts';
import { createOpenings, type Openings } from './openings.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { planDigests } from './plan-digests.ts';
import { createSubscriptions, type DigestScope, type Subscriptions } from './subscriptions.ts';
import { writeOpenings } from './write-openings.ts';

export interface DigestOptions extends DigestScope {
  readonly listArticles: () => Promise<readonly Article[]>;
  /** Without it digests have no opening. */
  readonly writeOpening?: WriteOpening | undefined;
}

/** The daily digests of one bot. */
export interface Digests {
  readonly subscriptions: Subscriptions;
  readonly contents: DigestContents;
  readonly outbox: Outbox;
  /** Puts what is due into the outbox. */
  plan(): Promise<number>;
  /** Has the openings of what will be due soon written, so that no digest waits for a model. */
  writeOpenings(signal: AbortSignal): Promise<void>;
  /** Today's digest of a chat: the one it has, else the one it would get; undefined when nothing is left. */
  preview(chatId: number): Promise<DigestContent | undefined>;
  /** Themes and kinds of organisations of the corpus, the commonest first. */
  choices(): Promise<Choices>;
  today(zone?: string | null): string;
}

export interface Choices {
  readonly themes: readonly string[];
  readonly orgTypes: readonly string[];
}

const newFor = 7 * 24 * 60 * 60 * 1000;
// New articles are looked for this often, in milliseconds.
const freshFor = 10 * 60 * 1000;
const daysKept = 3;
// Milliseconds that whoever wants to see today's digest waits for its opening.
const previewPatience = 8000;

export function createDigests(options: DigestOptions): Digests {
  const { db, botId, now, timeZone, listArticles } = options;
  const contents = createDigestContents(db);
  const subscriptions = createSubscriptions(options);
  const { writeOpening } = options;
  const openings = writeOpening && createOpenings({ db, contents, writeOpening, listArticles });
  const composeOn = createComposeOn(options, { contents, openings });
  const composeOpened = async (day: string): Promise<ComposeDigest> => {
    const compose = await composeOn(day);
    if (openings === undefined) return compose;
    return async (wishes, past) => {
      const content = await compose(wishes, past);
      return content && openings.addTo(content);
    };
  };
  const today = (zone?: string | null) => dayIn(zone ?? timeZone, now());
  return {
    subscriptions,
    contents,
    outbox: createOutbox(options),
    today,
    plan: () => planDigests({ ...options, contents, composeOn: composeOpened }),
    async writeOpenings(signal) {
      if (openings !== undefined) await writeOpenings({ ...options, openings, composeOn }, signal);
    },
    async preview(chatId) {
      const subscription = await subscriptions.find(chatId);
      const wishes = subscription ?? { themes: [], orgTypes: [] };
      const day = today(subscription?.zone);
      const rows = await db
        .selectFrom('digests')
        .select(['day', 'content_id'])
        .where('bot_id', '=', botId)
        .where('chat_id', '=', chatId)
        .where('state', 'not in', ['failed'])
        .execute();
      const ofToday = rows.find((row) => row.day === day);
      if (ofToday !== undefined) return contents.find(ofToday.content_id);
      const past = rows.map((row) => ({ day: row.day, contentId: row.content_id }));
      const content = await (await composeOn(day))(wishes, past);
      if (content === undefined || openings === undefined) return content;
      await openings.write(content, { patience: previewPatience });
      return openings.addTo(content);
    },
    async choices() {
      const articles = await listArticles();
      return {
        themes: byFrequency(articles.flatMap((article) => article.themes)),
        orgTypes: byFrequency(articles.flatMap((article) => article.orgTypes)),
      };
    },
  };
}

interface ComposeParts {
  readonly contents: DigestContents;
  readonly openings: Openings | undefined;
}

/** What composes the digests of a day, made anew when articles may have come. */
function createComposeOn(options: DigestOptions, { contents, openings }: ComposeParts) {
  const { now, listArticles } = options;
  const composers = new Map<string, { readonly madeAt: number; readonly compose: ComposeDigest }>();
  return async (day: string): Promise<ComposeDigest> => {
    const known = composers.get(day);
    if (known !== undefined && now() - known.madeAt < freshFor) return known.compose;
    await openings?.load(day);
    const catalogue = await catalogueOf(options, day, await listArticles());
    const compose = createComposeDigest({ contents, catalogue });
    if (composers.size >= daysKept) composers.clear();
    composers.set(day, { madeAt: now(), compose });
    return compose;
  };
}

async function catalogueOf(
  { db, now }: DigestOptions,
  day: string,
  articles: readonly Article[],
): Promise<Catalogue> {
  const ids = articles.map(({ id }) => id);
  const firstSeen = await noteArticles(db, ids, now());
  const newSince = Date.parse(day) - newFor;
  const isNew = (id: string) => (firstSeen.get(id) ?? 0) >= newSince;
  return openCatalogue({ articles, day, isNew });
}

function byFrequency(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)]
    .toSorted(([left, a], [right, b]) => b.length - a.length || (left < right ? -1 : 1))
    .map(([name]) => name);
}
