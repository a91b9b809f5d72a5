import type OpenAI from 'openai';
import { Stream } from 'openai/core/streaming';
import { z } from 'zod';
import { parseJson } from '../../corpus/parse-json.ts';
import { type ModelFault, ModelInterruption } from './model-fault.ts';

/** Tokens as the endpoint counted them. */
export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
}

export interface Completion {
  readonly text: string;
  /** Undefined when the endpoint does not say. */
  readonly usage: TokenUsage | undefined;
}

const text = z.string().nullish();
const finishReason = z.string().nullish();
// Far above what any model takes in: a wrong count must not use up the day.
const tokens = z.int().nonnegative().max(2_000_000);
const usageSchema = z
  .object({ prompt_tokens: tokens, completion_tokens: tokens })
  .transform(({ prompt_tokens, completion_tokens }) => ({
    prompt: prompt_tokens,
    completion: completion_tokens,
  }))
  .nullish()
  .catch(undefined);

const chunkSchema = z.object({
  // Some send usage or a sign of life without any.
  choices: z
    .array(
      z.object({
        delta: z.object({ content: text, refusal: text }).nullish(),
        finish_reason: finishReason,
      }),
    )
    .nullish(),
  usage: usageSchema,
});

const wholeSchema = z
  .object({
    choices: z.array(
      z.object({
        message: z.object({ content: text, refusal: text }),
        finish_reason: finishReason,
      }),
    ),
    usage: usageSchema,
  })
  .transform(({ choices, usage }) => ({
    choices: choices.map(({ message, finish_reason }) => ({ delta: message, finish_reason })),
    usage,
  }));

type Chunk = z.infer<typeof chunkSchema>;

// A reply of ours is some thousand characters; far above that it is no answer.
const longestText = 60_000;

/**
 * Reads the reply of an endpoint, streamed or whole, demanding `finish_reason: stop`.
 * @throws ModelInterruption that names what is wrong with it.
 */
export async function readCompletion(
  response: Response,
  reading: CompletionReading,
): Promise<Completion> {
  const { onText, controller } = reading;
  const state: Reading = { text: '', refused: false, finish: '', choices: 0, usage: undefined };
  for await (const chunk of readChunks(response, reading)) readChunk(chunk, state, onText);
  // An interrupted stream ends without an error.
  controller.signal.throwIfAborted();
  const fault = faultIn(state);
  if (fault !== undefined) throw new ModelInterruption(fault);
  return { text: state.text, usage: state.usage };
}

interface CompletionReading {
  readonly client: OpenAI;
  readonly onText: (text: string) => void;
  /** Aborts the request and the reading. */
  readonly controller: AbortController;
}

interface Reading {
  text: string;
  refused: boolean;
  finish: string;
  choices: number;
  usage: TokenUsage | undefined;
}

async function* readChunks(
  response: Response,
  { controller, client }: CompletionReading,
): AsyncGenerator<Chunk, void> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('text/html')) throw notAReply('HTML');
  const isStreamed = type.includes('text/event-stream');
  const text = isStreamed ? '' : await response.text();
  const isEvents = isStreamed || /^(?:data|event|id|retry)?:/u.test(text);
  if (!isEvents) return yield readWhole(text);
  const events = isStreamed ? new Response(dataOnly(response)) : new Response(text);
  for await (const event of Stream.fromSSEResponse<unknown>(events, controller, client)) {
    const chunk = chunkSchema.safeParse(event);
    if (!chunk.success) throw notAReply('events of another protocol');
    yield chunk.data;
  }
}

/** Events by their data alone: the client takes one with a name and no data for a broken reply. */
function dataOnly({ body }: Response): ReadableStream<Uint8Array> | null {
  let rest = '';
  const takeLines = new TransformStream<string, string>({
    transform(text, controller) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      const kept = lines.filter((one) => !/^(?:event|id|retry):/u.test(one));
      if (kept.length > 0) controller.enqueue(`${kept.join('\n')}\n`);
    },
    flush: (controller) => controller.enqueue(rest),
  });
  if (body === null) return null;
  return body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(takeLines)
    .pipeThrough(new TextEncoderStream());
}

/** A reply that did not come as events, whatever its content type says. */
function readWhole(text: string): Chunk {
  if (/^\s*</u.test(text)) throw notAReply('HTML');
  if (text.trim() === '') return {};
  const whole = wholeSchema.safeParse(parseJson(text));
  if (!whole.success) throw notAReply('JSON of another protocol');
  return whole.data;
}

function readChunk({ choices, usage }: Chunk, state: Reading, onText: (text: string) => void) {
  if (usage) state.usage = usage;
  const [choice] = choices ?? [];
  if (choice === undefined) return;
  state.choices += 1;
  if (choice.delta?.refusal) state.refused = true;
  if (choice.finish_reason) state.finish = choice.finish_reason;
  const added = choice.delta?.content ?? '';
  if (added === '') return;
  state.text += added;
  if (state.text.length > longestText) throw new ModelInterruption({ kind: 'too-large' });
  onText(added);
}

function faultIn({ text: said, refused, finish, choices }: Reading): ModelFault | undefined {
  if (refused) return { kind: 'refusal' };
  if (choices === 0) return { kind: 'empty', detail: 'no choices' };
  if (finish === 'length') return { kind: 'cut-off' };
  if (finish === 'content_filter') return { kind: 'filtered' };
  if (finish === '') return { kind: 'ended-early' };
  if (finish !== 'stop') return { kind: 'not-a-reply', detail: 'finish_reason is not stop' };
  return said.trim() === '' ? { kind: 'empty', detail: 'no text' } : undefined;
}

function notAReply(detail: string): ModelInterruption {
  return new ModelInterruption({ kind: 'not-a-reply', detail });
}
