import type { Logger } from 'pino';
import type { z } from 'zod';
import { foldText } from '../../corpus/fold-text.ts';
import { contentWords } from '../../retrieval/tokenize.ts';
import type { Answer, Citation } from '../answer.ts';
import { holdsLinkOrMarkup } from '../links-and-markup.ts';
import type { ChatModel } from '../model/chat-model.ts';
import { cleanClaim } from '../model/clean-claim.ts';
import type { FaultKind } from '../model/model-fault.ts';
import { parseReply } from '../model/parse-reply.ts';
import { isLeak, makePromptSecrets } from '../model/prompt-secrets.ts';
import { rewriteReplySchema } from '../model/reply-schema.ts';
import { rewritingPrompt } from '../prompt.ts';
import { articlesOf, type FollowUp, readFollowUp } from './follow-up.ts';
import { readPointed } from './pointed-article.ts';
import { shownInThread } from './topic.ts';

/** A message in the light of the conversation before it. */
export interface StandAloneQuestion {
  /** As somebody would ask it who has not read what came before. */
  readonly question: string;
  readonly followUp: FollowUp;
}

interface RewriteOptions {
  /** Earlier answers, oldest first. */
  readonly history: readonly Answer[];
  readonly reader?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** On the clock of `performance.now()`. */
  readonly deadline?: number | undefined;
}

/** Never rejects for what the model or the network does: then the rules have the word. */
type RewriteQuestion = (message: string, options: RewriteOptions) => Promise<StandAloneQuestion>;

// The answer itself needs most of the time.
const mostMilliseconds = 10_000;
const maxTokens = 800;
/** What the button below an answer says: there is nothing in it to rewrite. */
const buttonWords = '换一批';
const longestQuestion = 120;

/** Rewrites follow-up questions with a model; the rules have the word when it fails or says nothing of use. */
export function createRewriteQuestion(model: ChatModel, log: Logger): RewriteQuestion {
  return async (message, options) => {
    const { history } = options;
    const byRules = { question: message, followUp: readFollowUp(message, history) };
    const last = history.findLast((answer) => answer.kind === 'answered');
    if (last === undefined || message === buttonWords) return byRules;
    const rewritten = await rewrite({ message, last }, options, model);
    if (!rewritten.ok) {
      log.warn({ fault: rewritten.fault }, 'the question was not rewritten');
      return byRules;
    }
    const { question } = rewritten.reply;
    // 「还有」 brings nothing that was shown, whatever a model takes it for.
    const relation = byRules.followUp.kind === 'more' ? 'more' : rewritten.reply.relation;
    const reply = { ...rewritten.reply, relation };
    // 「第二个」 is counted as the reader sees it, which the rules know best.
    if (readPointed(foldText(message), last) !== undefined)
      return { question, followUp: byRules.followUp };
    const followUp = followUpOf(reply, { articles: articlesOf(last), history });
    return { question, followUp: followUp ?? byRules.followUp };
  };
}

type Answered = Extract<Answer, { kind: 'answered' }>;
type RewriteReply = z.infer<typeof rewriteReplySchema>;
type Rewritten =
  | { readonly ok: true; readonly reply: RewriteReply }
  | { readonly ok: false; readonly fault: FaultKind | 'unfaithful' };

async function rewrite(
  { message, last }: { readonly message: string; readonly last: Answered },
  { reader, signal, deadline }: RewriteOptions,
  model: ChatModel,
): Promise<Rewritten> {
  const secrets = makePromptSecrets();
  const articles = articlesOf(last).map(nameOf);
  const outcome = await model.ask(
    {
      messages: rewritingPrompt({ message, last, articles }, secrets),
      reply: { name: 'rewriting', schema: rewriteReplySchema },
      maxTokens,
    },
    { reader, deadline, isBeside: true, signal: orTimeUp(signal) },
  );
  const reply = outcome.ok ? parseReply(outcome.value.text, rewriteReplySchema) : outcome;
  if (!reply.ok) return { ok: false, fault: reply.fault.kind };
  const question = cleanClaim(reply.value.question);
  const isUsable = !isLeak(question, secrets) && isFaithful(question, [message, ...wordsOf(last)]);
  if (!isUsable) return { ok: false, fault: 'unfaithful' };
  return { ok: true, reply: { ...reply.value, question } };
}

function orTimeUp(signal: AbortSignal | undefined): AbortSignal {
  const timeUp = AbortSignal.timeout(mostMilliseconds);
  return signal === undefined ? timeUp : AbortSignal.any([signal, timeUp]);
}

function nameOf({ organisation, title }: Citation): string {
  return [organisation, title && `《${title}》`].filter(Boolean).join(' ');
}

function wordsOf({ question, claims, citations }: Answer): readonly string[] {
  return [question, ...claims.map(({ text }) => text), ...citations.map(nameOf)];
}

/** Nothing may come in that neither the reader nor the answer has said. */
function isFaithful(question: string, said: readonly string[]): boolean {
  if (question === '' || question.length > longestQuestion || holdsLinkOrMarkup(question))
    return false;
  const known = foldText(said.join('\n'));
  const words = contentWords(question);
  return words.filter((word) => known.includes(word)).length >= words.length * 0.8;
}

/** Undefined when the model names no article that was shown. */
function followUpOf(
  { relation, question, articles: numbers }: RewriteReply,
  { articles, history }: { articles: readonly Citation[]; history: readonly Answer[] },
): FollowUp | undefined {
  if (relation === 'new') return { kind: 'none' };
  if (relation === 'more') {
    return { kind: 'more', topic: question, shown: shownInThread(history) };
  }
  const cited = numbers.flatMap((number) => articles[number - 1] ?? []);
  return cited.length === 0 ? undefined : { kind: 'about', cited, isCertain: true };
}
