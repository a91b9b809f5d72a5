import type { Article } from '../../corpus/article.ts';
import { type Catalogue, openCatalogue } from './catalogue.ts';
import { type ComposeDigest, createComposeDigest } from './compose-digest.ts';
import type { DigestContent } from './digest-content.ts';
import { createDigestContents, type DigestContents } from './digest-contents.ts';
import { dayIn } from './due-time.ts';
import { noteArticles } from './known-articles.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { planDigests } from './plan-digests.ts';
import { createSubscriptions, type DigestScope, type Subscriptions } from './subscriptions.ts';

export interface DigestOptions extends DigestScope {
  readonly listArticles: () => Promise<readonly Article[]>;
}

/** The daily digests of one bot. */
export interface Digests {
  readonly subscriptions: Subscriptions;
  readonly contents: DigestContents;
  readonly outbox: Outbox;
  /** Puts what is due into the outbox. */
  plan(): Promise<number>;
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

export function createDigests(options: DigestOptions): Digests {
  const { db, botId, now, timeZone, listArticles } = options;
  const contents = createDigestContents(db);
  const subscriptions = createSubscriptions(options);
  const composers = new Map<string, { readonly madeAt: number; readonly compose: ComposeDigest }>();
  const composeOn = async (day: string) => {
    const known = composers.get(day);
    if (known !== undefined && now() - known.madeAt < freshFor) return known.compose;
    const catalogue = await catalogueOf(options, day, await listArticles());
    const compose = createComposeDigest({ contents, catalogue });
    if (composers.size >= daysKept) composers.clear();
    composers.set(day, { madeAt: now(), compose });
    return compose;
  };
  const today = (zone?: string | null) => dayIn(zone ?? timeZone, now());
  return {
    subscriptions,
    contents,
    outbox: createOutbox(options),
    today,
    plan: () => planDigests({ ...options, contents, composeOn }),
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
      return (await composeOn(day))(wishes, past);
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
