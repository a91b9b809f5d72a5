import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { z } from 'zod';
import { openOpenai } from '../../retrieval/openai-client.ts';
import type { CallClock } from './call-clock.ts';
import { type EndpointDialect, simplerDialect } from './endpoint-dialect.ts';
import type { ModelConnection } from './model-connection.ts';
import { type Completion, readCompletion } from './read-completion.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** What a model is asked. */
export interface ModelRequest {
  readonly messages: readonly ChatMessage[];
  /** The shape of the reply. */
  readonly reply: { readonly name: string; readonly schema: z.ZodType };
  /** Most tokens of the reply. */
  readonly maxTokens: number;
}

interface Endpoint {
  readonly connection: ModelConnection;
  readonly model: string;
  readonly dialect: EndpointDialect;
}

/**
 * One call, one reply.
 * @throws what the network, the endpoint or its reply have done wrong; `faultOf` names it.
 */
export async function callEndpoint(
  request: ModelRequest,
  { connection, model, dialect }: Endpoint,
  { clock, onText }: { readonly clock: CallClock; readonly onText: (text: string) => void },
): Promise<Completion> {
  const client = openOpenai({
    apiKey: connection.apiKey,
    baseURL: connection.baseUrl,
    maxRetries: 0,
    fetch: connection.fetchWatched(clock),
  });
  const controller = new AbortController();
  const abort = () => controller.abort(clock.signal.reason);
  clock.signal.addEventListener('abort', abort);
  try {
    clock.signal.throwIfAborted();
    const response = await client.chat.completions
      .create(toParameters(request, { model, dialect }), { signal: controller.signal })
      .asResponse();
    return await readCompletion(response, { client, onText, controller });
  } catch (error) {
    // The client's own word for an interruption does not say why.
    throw clock.signal.aborted ? clock.signal.reason : error;
  } finally {
    clock.signal.removeEventListener('abort', abort);
    // What is left of a reply that we turned away is not to be read.
    controller.abort();
  }
}

/** Calls again in simpler dialects while the endpoint refuses ours; what it takes is told to `learn`. */
export async function callInDialect(
  endpoint: Endpoint,
  call: (dialect: EndpointDialect) => Promise<Completion>,
  learn: (dialect: EndpointDialect) => void,
): Promise<Completion> {
  let { dialect } = endpoint;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(dialect);
    } catch (error) {
      const simpler = attempt < mostDialects ? simplerDialect(dialect, error) : undefined;
      if (simpler === undefined) throw error;
      dialect = simpler;
      learn(simpler);
    }
  }
}

const mostDialects = 6;

function toParameters(
  { messages, reply, maxTokens }: ModelRequest,
  { model, dialect }: Pick<Endpoint, 'model' | 'dialect'>,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: messages.map(({ role, content }) => ({ role, content })),
    [dialect.limit]: maxTokens,
    ...(dialect.takesTemperature ? { temperature: 0 } : {}),
    ...(dialect.takesStreamOptions ? { stream_options: { include_usage: true } } : {}),
    ...formatOf(dialect, reply),
  };
}

function formatOf(
  { structure }: EndpointDialect,
  { name, schema }: ModelRequest['reply'],
): Pick<ChatCompletionCreateParamsStreaming, 'response_format'> {
  if (structure === 'prompt') return {};
  if (structure === 'json-object') return { response_format: { type: 'json_object' } };
  return { response_format: zodResponseFormat(schema, name) };
}
