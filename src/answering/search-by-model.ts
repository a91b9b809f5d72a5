import type { Logger } from 'pino';
import type { z } from 'zod';
import type { AskedWriter, SearchAids } from '../retrieval/search-steps.ts';
import { holdsLinkOrMarkup } from './links-and-markup.ts';
import type { ChatMessage } from './model/call-endpoint.ts';
import type { ChatModel } from './model/chat-model.ts';
import { cleanClaim } from './model/clean-claim.ts';
import { parseReply } from './model/parse-reply.ts';
import { isLeak, makePromptSecrets, type PromptSecrets } from './model/prompt-secrets.ts';
import { questionsReplySchema, ratingsReplySchema } from './model/reply-schema.ts';
import { askingPrompt, expandingPrompt, ratingPrompt } from './prompt.ts';

const mostQueries = 3;
const mostAsked = 10;
const fewestAsked = 3;
const longestQuestion = 120;
const bestRating = 3;
// Reasoning models spend tokens before they begin to write.
const maxTokens = 800;

/** Lets a model say a question in other words and look at what was found. */
export function createSearchAids(model: ChatModel, log: Logger): SearchAids {
  return {
    async expandQuestion(question, asked) {
      const reply = await askFor(
        (secrets) => ({
          messages: expandingPrompt(question, secrets),
          name: 'queries',
          schema: questionsReplySchema,
        }),
        { model, log, ...asked },
      );
      const others = reply === undefined ? [] : usable(reply.value.questions, reply.secrets);
      return others.filter((other) => other !== question).slice(0, mostQueries);
    },
    async rateHits(question, hits, asked) {
      const reply = await askFor(
        (secrets) => ({
          messages: ratingPrompt({ question, hits }, secrets),
          name: 'ratings',
          schema: ratingsReplySchema,
        }),
        { model, log, ...asked },
      );
      if (reply === undefined) return undefined;
      const ratings = new Map(reply.value.ratings.map(({ passage, use }) => [passage, use]));
      return hits.map((_, at) => Math.min(bestRating, Math.max(0, ratings.get(at + 1) ?? 0)));
    },
  };
}

/** Lets a model write the everyday questions that an article answers. `name` is the model's. */
export function createAskedWriter(model: ChatModel, { name, log }: NamedModel): AskedWriter {
  return {
    name,
    async writeAsked(article) {
      const reply = await askFor(
        (secrets) => ({
          messages: askingPrompt(article, secrets),
          name: 'questions',
          schema: questionsReplySchema,
        }),
        { model, log },
      );
      if (reply === undefined) return undefined;
      const asked = usable(reply.value.questions, reply.secrets).slice(0, mostAsked);
      return asked.length < fewestAsked ? undefined : asked;
    },
  };
}

interface NamedModel {
  readonly name: string;
  readonly log: Logger;
}

interface Asking<T> {
  readonly messages: readonly ChatMessage[];
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

interface Asked {
  readonly model: ChatModel;
  readonly log: Logger;
  readonly signal?: AbortSignal | undefined;
  readonly reader?: string | undefined;
}

/** Undefined when the model fails; the log says how. */
async function askFor<T>(
  make: (secrets: PromptSecrets) => Asking<T>,
  { model, log, signal, reader }: Asked,
): Promise<{ readonly value: T; readonly secrets: PromptSecrets } | undefined> {
  const secrets = makePromptSecrets();
  const { messages, name, schema } = make(secrets);
  const outcome = await model.ask(
    { messages, reply: { name, schema }, maxTokens },
    { signal, reader, isBeside: signal !== undefined },
  );
  const reply = outcome.ok ? parseReply(outcome.value.text, schema) : outcome;
  if (reply.ok) return { value: reply.value, secrets };
  log.warn({ fault: reply.fault.kind, wanted: name }, 'the model did not help the search');
  return undefined;
}

/** Questions that are searched for: no links, no markup, nothing of our instructions. */
function usable(questions: readonly string[], secrets: PromptSecrets): readonly string[] {
  const clean = questions.map(cleanClaim);
  return Array.from(new Set(clean)).filter(
    (question) =>
      question !== '' &&
      question.length <= longestQuestion &&
      !holdsLinkOrMarkup(question) &&
      !isLeak(question, secrets),
  );
}
