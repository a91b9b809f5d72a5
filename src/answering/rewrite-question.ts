import type { Logger } from 'pino';
import { foldText } from '../corpus/fold-text.ts';
import { contentWords } from '../retrieval/tokenize.ts';
import type { Answer, Citation } from './answer.ts';
import { type FollowUp, readFollowUp } from './follow-up.ts';
import { holdsLinkOrMarkup } from './links-and-markup.ts';
import type { ChatModel } from './model/chat-model.ts';
import { cleanClaim } from './model/clean-claim.ts';
import { parseReply } from './model/parse-reply.ts';
import { isLeak, makePromptSecrets } from './model/prompt-secrets.ts';
import { rewriteReplySchema } from './model/reply-schema.ts';
import { rewritingPrompt } from './prompt.ts';

/** A message in the light of the conversation before it. */
export interface StandAloneQuestion {
  /** As somebody would ask it who has not read what came before. */
  readonly question: string;
  readonly followUp: FollowUp;
}

export interface RewriteOptions {
  /** Earlier answers, oldest first. */
  readonly history: readonly Answer[];
  readonly reader?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** On the clock of `performance.now()`. */
  readonly deadline?: number | undefined;
}

/** Never rejects for what the model or the network does: then the rules have the word. */
export type RewriteQuestion = (
  message: string,
  options: RewriteOptions,
) => Promise<StandAloneQuestion>;

// The answer itself needs most of the time.
const mostMilliseconds = 10_000;
const maxTokens = 800;
const longestQuestion = 120;

/** Rewrites follow-up questions with a model; the rules have the word when it fails or says nothing of use. */
export function createRewriteQuestion(model: ChatModel, log: Logger): RewriteQuestion {
  return async (message, { history, reader, signal, deadline = Number.POSITIVE_INFINITY }) => {
    const byRules = { question: message, followUp: readFollowUp(message, history) };
    const last = history.findLast(({ kind }) => kind === 'answered');
    if (last === undefined) return byRules;
    const articles = citedArticles(last);
    const secrets = makePromptSecrets();
    const outcome = await model.ask(
      {
        messages: rewritingPrompt({ message, last, articles: articles.map(nameOf) }, secrets),
        reply: { name: 'rewriting', schema: rewriteReplySchema },
        maxTokens,
      },
      { reader, signal, deadline: Math.min(deadline, performance.now() + mostMilliseconds) },
    );
    const reply = outcome.ok ? parseReply(outcome.value.text, rewriteReplySchema) : outcome;
    if (!reply.ok) {
      log.warn({ fault: reply.fault.kind }, 'the question was not rewritten');
      return byRules;
    }
    const question = cleanClaim(reply.value.question);
    if (isLeak(question, secrets) || !isFaithful(question, [message, ...wordsOf(last)])) {
      log.warn({ fault: 'unfaithful' }, 'the question was not rewritten');
      return byRules;
    }
    const followUp = followUpOf({ ...reply.value, question }, { articles, history });
    return { question, followUp: followUp ?? byRules.followUp };
  };
}

/** The cited articles of an answer, in the order in which it names them. */
function citedArticles({ claims, citations }: Answer): readonly Citation[] {
  const named = claims.flatMap((claim) =>
    claim.citations.flatMap((n) => citations.find((one) => one.n === n) ?? []),
  );
  return [...new Map(named.toReversed().map((one) => [one.articleId, one])).values()].toReversed();
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
  {
    relation,
    question,
    articles: numbers,
  }: {
    readonly relation: 'new' | 'about' | 'more';
    readonly question: string;
    readonly articles: readonly number[];
  },
  { articles, history }: { articles: readonly Citation[]; history: readonly Answer[] },
): FollowUp | undefined {
  if (relation === 'new') return { kind: 'none' };
  if (relation === 'more') {
    const shown = history.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));
    return { kind: 'more', topic: question, shown: [...new Set(shown)] };
  }
  const cited = numbers.flatMap((number) => articles[number - 1] ?? []);
  return cited.length === 0 ? undefined : { kind: 'about', cited, isCertain: true };
}
