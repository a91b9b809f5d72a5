import type { Logger } from 'pino';
import type { Article } from '../corpus/article.ts';
import { splitArticle } from '../retrieval/split-passages.ts';
import type { DraftClaim } from './draft-claim.ts';
import type { ChatModel } from './model/chat-model.ts';
import { checkItem, type ItemFault } from './model/check-item.ts';
import type { FaultKind } from './model/model-fault.ts';
import type { NumberedPassage } from './model/number-passages.ts';
import { parseReply } from './model/parse-reply.ts';
import { isLeak, makePromptSecrets, type PromptSecrets } from './model/prompt-secrets.ts';
import { claimsReplySchema } from './model/reply-schema.ts';
import { openingPrompt } from './prompt.ts';

/** An item of a digest: what of its article is shown. */
export interface OpeningItem {
  readonly article: Article;
  /** Verbatim. */
  readonly sentences: readonly string[];
}

/** One sentence of an opening, verified, and the items it tells of, from 1. */
export interface OpeningSentence {
  readonly text: string;
  readonly items: readonly number[];
}

interface OpeningOptions {
  /** Ends the writing. */
  readonly signal?: AbortSignal;
  /** Milliseconds that somebody waits for it at most. */
  readonly patience?: number;
}

/** Writes two sentences that open a digest; undefined when the model fails or what it says can not be verified. */
export type WriteOpening = (
  items: readonly OpeningItem[],
  options?: OpeningOptions,
) => Promise<readonly OpeningSentence[] | undefined>;

const sentencesWanted = 2;
const longestSentence = 90;
// Reasoning models spend tokens before they begin to write.
const maxTokens = 1500;

export function createWriteOpening(model: ChatModel, log: Logger): WriteOpening {
  return async (items, { signal, patience } = {}) => {
    const secrets = makePromptSecrets();
    const passages = passagesOf(items);
    const reply = { name: 'opening', schema: claimsReplySchema };
    const outcome = await model.ask(
      { messages: openingPrompt(passages, secrets), reply, maxTokens },
      { signal, ...(patience !== undefined && { deadline: performance.now() + patience }) },
    );
    const read = outcome.ok
      ? readOpening(outcome.value.text, { passages, secrets })
      : { faults: [outcome.fault.kind] };
    if ('faults' in read) {
      log.warn({ faults: read.faults }, 'a digest has no opening');
      return undefined;
    }
    return read.claims.map((claim) => toSentence(claim, items));
  };
}

/** The passages that the shown sentences stand in. */
function passagesOf(items: readonly OpeningItem[]): readonly NumberedPassage[] {
  const shown = items.flatMap(({ article, sentences }) =>
    splitArticle(article)
      .filter(({ text }) => sentences.some((sentence) => text.includes(sentence)))
      .map((passage) => ({ article, passage })),
  );
  return shown.map((one, index) => ({ number: index + 1, ...one }));
}

interface Reading {
  readonly passages: readonly NumberedPassage[];
  readonly secrets: PromptSecrets;
}

type Read =
  | { readonly claims: readonly DraftClaim[] }
  | { readonly faults: readonly (FaultKind | ItemFault | 'leak')[] };

/** Both sentences pass, or there is no opening. */
function readOpening(text: string, { passages, secrets }: Reading): Read {
  const reply = parseReply(text, claimsReplySchema);
  if (!reply.ok) return { faults: [reply.fault.kind] };
  // JSON can write the same letters in other ways.
  if (isLeak(text, secrets) || isLeak(JSON.stringify(reply.value), secrets))
    return { faults: ['leak'] };
  const kept: DraftClaim[] = [];
  for (const claim of reply.value.claims.slice(0, sentencesWanted)) {
    const checked = checkItem(JSON.stringify(claim), { shape: 'claims', passages, secrets, kept });
    if (!checked.ok) return { faults: [checked.fault] };
    if (checked.draft.text.length > longestSentence) return { faults: ['length'] };
    kept.push(checked.draft);
  }
  return kept.length < sentencesWanted ? { faults: ['empty'] } : { claims: kept };
}

function toSentence({ text, quotes }: DraftClaim, items: readonly OpeningItem[]): OpeningSentence {
  const cited = new Set(quotes.map(({ article }) => article.id));
  const numbers = items.flatMap(({ article }, index) => (cited.has(article.id) ? [index + 1] : []));
  return { text, items: numbers };
}
