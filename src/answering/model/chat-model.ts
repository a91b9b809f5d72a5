import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type ModelTimeouts, modelTimeouts, startCallClock } from './call-clock.ts';
import { callEndpoint, callInDialect, type ModelRequest } from './call-endpoint.ts';
import { estimatePrompt, estimateTokens } from './count-tokens.ts';
import { firstDialect } from './endpoint-dialect.ts';
import { createModelBreaker, type Outcome } from './model-breaker.ts';
import { type ModelAddress, openModelConnection } from './model-connection.ts';
import { isPassing, type ModelFault } from './model-fault.ts';
import { faultOf } from './name-fault.ts';
import type { Completion, TokenUsage } from './read-completion.ts';
import type { TokenBudget } from './token-budget.ts';

/** A chat model behind an OpenAI-compatible endpoint. */
export interface ChatModel extends AsyncDisposable {
  /** Milliseconds within which a question must have its answer. */
  readonly patience: number;
  /** Never rejects for what the network, the endpoint or the model does. */
  ask(request: ModelRequest, options?: ModelAskOptions): Promise<Outcome<Completion>>;
}

interface ModelAskOptions {
  /** Whose tokens are spent; never told to the model. */
  readonly reader?: string | undefined;
  /** Ends the call; its outcome is then the fault `stopped`. */
  readonly signal?: AbortSignal | undefined;
  /** When the reader must have an answer, on the clock of `performance.now()`. */
  readonly deadline?: number | undefined;
  /** Asked beside the answer and not waited for long: that it is late does not show that the model is down. */
  readonly isBeside?: boolean | undefined;
  /** Called at the start of every attempt; the function it gives back gets the reply as it comes. */
  readonly begin?: (() => (text: string) => void) | undefined;
}

export interface ChatModelOptions {
  readonly address: ModelAddress;
  readonly model: string;
  readonly budget: TokenBudget;
  readonly log: Logger;
  readonly timeouts?: Partial<ModelTimeouts>;
  /** Milliseconds between two probes of a model that keeps failing. */
  readonly rest?: number;
  /** Milliseconds before the first retry; doubled for the second. */
  readonly pause?: number;
}

export function openChatModel(options: ChatModelOptions): ChatModel {
  const { address, log, rest } = options;
  const timeouts = { ...modelTimeouts, ...options.timeouts };
  const connection = openModelConnection(address, { connectTimeout: timeouts.connect });
  const breaker = createModelBreaker({ log, ...(rest === undefined ? {} : { rest }) });
  const attempt = createAttempt(connection, { ...options, timeouts });
  return {
    patience: timeouts.whole,
    ask: (request, asked = {}) => {
      const deadline = asked.deadline ?? performance.now() + timeouts.whole;
      const pause = options.pause ?? defaultPause;
      return breaker(
        ({ isProbe }) =>
          askWithRetries(() => attempt(request, { ...asked, deadline }), {
            ...{ ...asked, deadline, log, pause },
            attempts: isProbe ? 1 : attemptsAllowed,
          }),
        { mayProbe: asked.isBeside !== true },
      );
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

const attemptsAllowed = 3;
const defaultPause = 500;
// With less time than that left another attempt would only make the reader wait.
const leastLeft = 1500;

interface Retrying {
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
  readonly log: Logger;
  readonly pause: number;
  readonly attempts: number;
}

async function askWithRetries(
  attempt: () => Promise<Outcome<Completion>>,
  { deadline, signal, log, pause, attempts }: Retrying,
): Promise<Outcome<Completion>> {
  for (let made = 1; ; made += 1) {
    const started = performance.now();
    const outcome = await attempt();
    if (outcome.ok) return outcome;
    const { kind, detail } = outcome.fault;
    const ms = Math.round(performance.now() - started);
    log.warn({ fault: kind, detail, attempt: made, ms }, 'the model did not answer');
    if (made === attempts || !isPassing(outcome.fault)) return outcome;
    const pauseNow = pauseAfter(outcome.fault, pause * 2 ** (made - 1));
    const isInTime = performance.now() + pauseNow + leastLeft < deadline;
    if (!isInTime || !(await hasWaited(pauseNow, signal))) return outcome;
  }
}

/** Never before the endpoint asks for it; scattered, so that many readers do not come back at once. */
function pauseAfter({ retryAfter = 0 }: ModelFault, pause: number): number {
  return Math.max(retryAfter, pause / 2) + (Math.random() * pause) / 2;
}

/** False when the reader stopped it meanwhile. */
async function hasWaited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
    return true;
  } catch (error) {
    if (signal?.aborted) return false;
    throw error;
  }
}

type Connection = ReturnType<typeof openModelConnection>;
type AttemptOptions = ModelAskOptions & { readonly deadline: number };

/** One attempt: tokens set aside, one call in the dialect the endpoint is known to take, tokens settled. */
function createAttempt(
  connection: Connection,
  { model, budget, timeouts }: ChatModelOptions & { readonly timeouts: ModelTimeouts },
) {
  let dialect = firstDialect(connection.baseUrl);
  return async (request: ModelRequest, asked: AttemptOptions): Promise<Outcome<Completion>> => {
    const prompt = estimatePrompt(request);
    const reservation = await budget.reserve(asked.reader ?? '', prompt + request.maxTokens);
    if (reservation === undefined) return { ok: false, fault: { kind: 'over-budget' } };
    const received = { text: '' };
    const receive = asked.begin?.();
    const onText = (text: string) => {
      received.text += text;
      receive?.(text);
    };
    const left = Math.max(0, asked.deadline - performance.now());
    using clock = startCallClock({ timeouts, left, signal: asked.signal });
    const outcome = await nameFaults(() =>
      callInDialect(
        { connection, model, dialect },
        (known) => callEndpoint(request, { connection, model, dialect: known }, { clock, onText }),
        (learned) => {
          dialect = learned;
        },
      ),
    );
    const guessed = { prompt, completion: estimateTokens(received.text) };
    await reservation.settle(total(usageOf(outcome) ?? guessed));
    return outcome;
  };
}

async function nameFaults(call: () => Promise<Completion>): Promise<Outcome<Completion>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { ok: false, fault };
  }
}

const unspent: TokenUsage = { prompt: 0, completion: 0 };

/** Undefined when the endpoint has begun to work and did not say what it took. */
function usageOf(outcome: Outcome<Completion>): TokenUsage | undefined {
  if (outcome.ok) return outcome.value.usage;
  const { kind } = outcome.fault;
  const neverBegan: readonly (typeof kind)[] = [
    'unreachable',
    'connect-timeout',
    'unauthorised',
    'unknown-model',
    'rate-limited',
    'bad-request',
  ];
  return neverBegan.includes(kind) ? unspent : undefined;
}

function total({ prompt, completion }: TokenUsage): number {
  return prompt + completion;
}
