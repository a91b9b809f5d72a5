import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { ChatModel } from './answering/model/chat-model.ts';
import { createTokenBudget } from './answering/model/token-budget.ts';
import type { Config } from './config.ts';
import type { Schema } from './exchange/state/schema.ts';
import { createTokenSpending } from './exchange/token-spending.ts';

/** The chat model, its tokens counted in what is remembered. */
export async function openModel(
  { model, httpsProxy: proxy, timeZone }: Config,
  { db, log }: { readonly db: Kysely<Schema>; readonly log: Logger },
): Promise<ChatModel> {
  if (model.chat === undefined) throw new Error('没有设 CHAT_MODEL，请设好再启动。');
  const { baseUrl, apiKey } = model;
  const spending = createTokenSpending({ db, now: Date.now, timeZone });
  // A client that is not needed is not loaded: it takes a fifth of a second and 45 MB.
  const { openChatModel } = await import('./answering/model/chat-model.ts');
  return openChatModel({
    address: { baseUrl, apiKey, proxy },
    model: model.chat,
    budget: createTokenBudget(spending, model.tokenCaps),
    log,
  });
}
