import type { Logger } from 'pino';
import type { Hit } from '../retrieval/passage.ts';
import type { DraftClaim } from './draft-claim.ts';
import type { ChatModel } from './model/chat-model.ts';
import { checkItem, type ItemFault } from './model/check-item.ts';
import type { Outcome } from './model/model-breaker.ts';
import type { FaultKind } from './model/model-fault.ts';
import { type NumberedPassage, numberPassages } from './model/number-passages.ts';
import { createClaimsStream } from './model/parse-claims-stream.ts';
import { parseReply } from './model/parse-reply.ts';
import { isLeak, makePromptSecrets, type PromptSecrets } from './model/prompt-secrets.ts';
import type { Completion } from './model/read-completion.ts';
import { claimsReplySchema, practicesReplySchema } from './model/reply-schema.ts';
import { writingPrompt } from './prompt.ts';

/** What a model is to answer, and out of what. */
interface WritingTask {
  /** Stands on its own. */
  readonly question: string;
  readonly hits: readonly Hit[];
  /** Single claims, or practices of several organisations side by side. */
  readonly shape: 'claims' | 'practices';
  /** The hits are the one article the question is about; how that is called. */
  readonly about?: string | undefined;
  readonly reader?: string | undefined;
  /** On the clock of `performance.now()`. */
  readonly deadline?: number | undefined;
  /** Ends the writing; what has been written and verified is kept. */
  readonly stop?: AbortSignal | undefined;
  /** Told of the verified claims whenever there is one more. */
  readonly onClaims?: ((verified: readonly DraftClaim[]) => void) | undefined;
}

/** Why there is no answer by the model: a fault of the call, or none of its claims could be verified. */
export type WritingFault = FaultKind | 'unverified';

export type Written =
  /** Every claim has passed verify. */
  | {
      readonly kind: 'written';
      readonly claims: readonly [DraftClaim, ...DraftClaim[]];
      readonly isWhole: boolean;
    }
  | { readonly kind: 'not-in-passages' }
  | { readonly kind: 'failed'; readonly fault: WritingFault };

/** Writes the claims of an answer with a model. Never rejects for what the model or the network does. */
type WriteAnswer = (task: WritingTask) => Promise<Written>;

// Four practices with their quotes take some 900 tokens; a model that reasons first needs more.
const maxTokens = 3000;
const mostClaims = { claims: 6, practices: 4 } as const;

export function createWriteAnswer(model: ChatModel, log: Logger): WriteAnswer {
  return async (task) => {
    const passages = numberPassages(task.hits, task.about === undefined ? 'all' : 'one');
    const secrets = makePromptSecrets();
    const schema = task.shape === 'claims' ? claimsReplySchema : practicesReplySchema;
    let reading = openReading(task, { passages, secrets });
    const outcome = await model.ask(
      {
        messages: writingPrompt({ ...task, passages }, secrets),
        reply: { name: task.shape, schema },
        maxTokens,
      },
      {
        reader: task.reader,
        deadline: task.deadline,
        signal: task.stop,
        begin: () => {
          reading = openReading(task, { passages, secrets });
          return reading.take;
        },
      },
    );
    const written = readOutcome(outcome, { schema, secrets, reading });
    logWriting(log, { outcome, reading, written });
    return written;
  };
}

function readOutcome(outcome: Outcome<Completion>, { reading, ...reply }: ReadReply): Written {
  const [first, ...rest] = reading.kept;
  if (!outcome.ok) {
    const isKept = outcome.fault.kind === 'stopped' && first !== undefined;
    if (isKept) return { kind: 'written', claims: [first, ...rest], isWhole: false };
    return { kind: 'failed', fault: outcome.fault.kind };
  }
  const { text } = outcome.value;
  const fault = faultInReply(text, reply);
  if (fault !== undefined) return { kind: 'failed', fault };
  if (first !== undefined) return { kind: 'written', claims: [first, ...rest], isWhole: true };
  return withoutClaims(text, reading);
}

interface ReadReply {
  readonly schema: typeof claimsReplySchema | typeof practicesReplySchema;
  readonly secrets: PromptSecrets;
  readonly reading: Reading;
}

interface Reading {
  readonly take: (text: string) => void;
  readonly kept: readonly DraftClaim[];
  readonly dropped: readonly ItemFault[];
}

/** Verifies the claims of one attempt as they come. */
function openReading(
  { shape, onClaims }: WritingTask,
  parts: { readonly passages: readonly NumberedPassage[]; readonly secrets: PromptSecrets },
): Reading {
  const stream = createClaimsStream();
  const kept: DraftClaim[] = [];
  const dropped: ItemFault[] = [];
  const takeItem = (json: string) => {
    if (kept.length === mostClaims[shape]) return;
    const checked = checkItem(json, { shape, kept, ...parts });
    if (!checked.ok) {
      dropped.push(checked.fault);
      return;
    }
    kept.push(checked.draft);
    onClaims?.([...kept]);
  };
  return { take: (text) => stream.take(text).forEach(takeItem), kept, dropped };
}

/** What is wrong with a reply that came whole. */
function faultInReply(
  text: string,
  { schema, secrets }: Omit<ReadReply, 'reading'>,
): WritingFault | undefined {
  const parsed = parseReply<unknown>(text, schema);
  // JSON can write the same letters in other ways.
  const plain = parsed.ok ? JSON.stringify(parsed.value) : '';
  if (isLeak(text, secrets) || isLeak(plain, secrets)) return 'leak';
  return parsed.ok ? undefined : parsed.fault.kind;
}

const verdictSchema = claimsReplySchema.pick({ verdict: true });

function withoutClaims(text: string, { dropped }: Reading): Written {
  if (dropped.length > 0) return { kind: 'failed', fault: 'unverified' };
  const reply = parseReply(text, verdictSchema);
  const isSilent = reply.ok && reply.value.verdict === 'not-in-passages';
  return isSilent ? { kind: 'not-in-passages' } : { kind: 'failed', fault: 'empty' };
}

interface WritingReport {
  readonly outcome: Outcome<Completion>;
  readonly reading: Reading;
  readonly written: Written;
}

function logWriting(log: Logger, { outcome, reading, written }: WritingReport): void {
  const { kept, dropped } = reading;
  if (dropped.length > 0) log.warn({ dropped }, 'claims dropped');
  if (written.kind === 'failed') log.warn({ fault: written.fault }, 'no answer by the model');
  if (!outcome.ok) return;
  const { usage } = outcome.value;
  const tokens = { prompt: usage?.prompt, completion: usage?.completion };
  log.info({ claims: kept.length, dropped: dropped.length, ...tokens }, 'the model replied');
}
