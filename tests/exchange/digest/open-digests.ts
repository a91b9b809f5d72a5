import type { Article } from '../../../src/corpus/article.ts';
import type { DigestWiring } from '../../../src/exchange/create-exchange.ts';
import type { Delivery } from '../../../src/exchange/digest/outgoing.ts';
import { inventedCorpus } from '../../support/sample-corpus.ts';
import { type DatabaseKind, openExchange } from '../open-exchange.ts';

const bot = 1;
export const hour = 60 * 60 * 1000;
export const day = 24 * hour;

/** Monday, 2 March 2026, 07:00 in Shanghai, with thirty articles. */
export async function openDigests(
  kind: DatabaseKind,
  writers: Pick<DigestWiring, 'writeOpening'> = {},
) {
  const memory = await openExchange(kind);
  memory.clock.now = Date.parse('2026-03-02T07:00:00+08:00');
  const articles: Article[] = [...inventedCorpus(30)];
  const wiring = { timeZone: 'Asia/Shanghai', listArticles: async () => articles, ...writers };
  const digests = () => memory.exchange().digestsOf(bot, wiring);
  return {
    memory,
    articles,
    digests,
    /** Subscribes chats and plans their digests of the next hour. */
    async planFor(...chats: readonly number[]) {
      for (const chat of chats) await digests().subscriptions.change(chat, {});
      memory.clock.now += hour;
      await digests().plan();
      return digests().outbox;
    },
    /** Plans and sends all that is due, each with this end. */
    async sendDue(delivery: Delivery = { kind: 'sent' }) {
      await digests().plan();
      const { outbox } = digests();
      const outgoing = await outbox.claim(100);
      await outbox.settle(outgoing.map((each) => ({ outgoing: each, delivery })));
      return outgoing;
    },
    itemsOf: async (contentId: string) =>
      (await digests().contents.find(contentId))?.items.map((item) => item.articleId) ?? [],
    [Symbol.asyncDispose]: () => memory[Symbol.asyncDispose](),
  };
}
