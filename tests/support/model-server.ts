import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listenOnLoopback } from './telegram-server.ts';

const callSchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** One request that came in. */
export interface ModelCall {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: z.infer<typeof callSchema>;
  /** All messages of the request. */
  readonly text: string;
}

/** What the server does with a request. */
export type ModelScript = (call: ModelCall, response: ServerResponse) => void | Promise<void>;

/** A model's endpoint on this machine: chat completions as OpenAI has them, streamed, by a script. */
export async function startModelServer(script: ModelScript) {
  const calls: ModelCall[] = [];
  let current = script;
  const server = createServer((request, response) => {
    void readCall(request).then(async (call) => {
      calls.push(call);
      await current(call, response);
    });
  });
  const port = await listenOnLoopback(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    use(next: ModelScript) {
      current = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function readCall(request: IncomingMessage): Promise<ModelCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = callSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body,
    text: body.messages.map(({ content }) => content).join('\n'),
  };
}

/** What a scripted model can read in a prompt of ours. */
export interface ReadPrompt {
  readonly question: string;
  readonly passages: readonly {
    readonly number: number;
    readonly source: string;
    readonly text: string;
  }[];
  readonly canary: string;
  /** The shape of reply that is asked for. */
  readonly wants: 'claims' | 'practices' | 'rewriting' | 'judgement' | 'questions' | 'ratings';
}

export function readPrompt({ text }: ModelCall): ReadPrompt {
  const passages = [
    ...text.matchAll(/<<段落-\w+ 编号="(\d+)" 来源="([^"]*)">>\n([\s\S]*?)\n<<完-\w+>>/gu),
  ].map(([, number, source = '', passage = '']) => ({
    number: Number(number),
    source,
    text: passage,
  }));
  return {
    question: /<<问题-\w+>>\n([\s\S]*?)\n<<完-/u.exec(text)?.[1] ?? '',
    passages,
    canary: /校验词：(\w+)/u.exec(text)?.[1] ?? '',
    wants: wantedShape(text),
  };
}

function wantedShape(text: string): ReadPrompt['wants'] {
  if (text.includes('{"questions":')) return 'questions';
  if (text.includes('{"ratings":')) return 'ratings';
  if (text.includes('"practices"')) return 'practices';
  if (text.includes('"relation"')) return 'rewriting';
  return text.includes('{"claim":') ? 'judgement' : 'claims';
}

/** Begins a stream of events. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

export function sendEvent(response: ServerResponse, event: unknown): void {
  response.write(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`);
}

/** A piece of a streamed reply. */
export function piece(content: string, finish: string | null = null) {
  return { choices: [{ index: 0, delta: { content }, finish_reason: finish }] };
}

interface StreamOptions {
  readonly finish?: string | null;
  /** Characters per event. */
  readonly pieces?: number;
  readonly usage?: boolean;
}

/** Streams a whole reply. */
export function streamReply(
  response: ServerResponse,
  text: string,
  { finish = 'stop', pieces = 7, usage = true }: StreamOptions = {},
): void {
  beginStream(response);
  for (let at = 0; at < text.length; at += pieces)
    sendEvent(response, piece(text.slice(at, at + pieces)));
  if (finish !== null) sendEvent(response, piece('', finish));
  if (usage)
    sendEvent(response, { choices: [], usage: { prompt_tokens: 900, completion_tokens: 120 } });
  sendEvent(response, '[DONE]');
  response.end();
}

/** The reply of a model that answers. */
export function claimsReply(
  claims: readonly { readonly text: string; readonly passage: number; readonly quote: string }[],
): string {
  return JSON.stringify({
    verdict: 'answered',
    claims: claims.map(({ text, passage, quote }) => ({ text, citations: [{ passage, quote }] })),
  });
}

/** Refuses with a status and OpenAI's shape of an error. */
export function refuse(
  response: ServerResponse,
  { status, code = null, headers = {}, message = 'refused' }: Refusal,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message, type: 'error', code, param: null } }));
}

interface Refusal {
  readonly status: number;
  readonly code?: string | null;
  readonly headers?: Record<string, string>;
  readonly message?: string;
}
