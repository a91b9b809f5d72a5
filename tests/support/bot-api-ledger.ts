import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { randomFrom } from './seeded-random.ts';
import { listenOnLoopback } from './telegram-server.ts';

const faultKinds = [
  'flood',
  'error',
  'blocked',
  'reset',
  'accept-then-reset',
  'hang',
  'truncated',
  'slow',
] as const;
type FaultKind = (typeof faultKinds)[number];

interface LedgerOptions {
  readonly seed: number;
  /** The share of calls that go wrong. */
  readonly faultShare: number;
}

const callSchema = z.looseObject({ chat_id: z.int() });
const floodSeconds = 1;
// Time for a reply to arrive and its wait to be committed on a busy machine.
const writingMs = 300;

/** A Bot API whose ledger is the truth: what stands in it has arrived, whatever the sender was told. */
export async function startLedger({ seed, faultShare }: LedgerOptions) {
  const random = randomFrom(seed);
  const arrived = new Map<number, number>();
  const blocked = new Set<number>();
  const injected: Record<FaultKind, number> = {
    flood: 0,
    error: 0,
    blocked: 0,
    reset: 0,
    'accept-then-reset': 0,
    hang: 0,
    truncated: 0,
    slow: 0,
  };
  const flood = { until: 0, run: 0, requests: 0, most: 0, afterRestart: 0 };
  const state = { run: 0, requests: 0 };
  let asked = Promise.withResolvers<void>();
  const arrive = (chatId: number) => arrived.set(chatId, (arrived.get(chatId) ?? 0) + 1);
  const noteFlood = () => {
    if (Date.now() >= flood.until) return;
    flood.requests += 1;
    flood.most = Math.max(flood.most, flood.requests);
    if (flood.run !== state.run) flood.afterRestart += 1;
  };
  const serve = (chatId: number, response: ServerResponse) => {
    if (blocked.has(chatId)) return refuse(response, forbidden);
    const fault =
      random() < faultShare ? faultKinds[Math.floor(random() * faultKinds.length)] : undefined;
    if (fault !== undefined) injected[fault] += 1;
    switch (fault) {
      case 'flood':
        flood.until = Date.now() + floodSeconds * 1000;
        flood.run = state.run;
        flood.requests = 0;
        return refuse(response, {
          error_code: 429,
          description: 'Too Many Requests',
          parameters: { retry_after: floodSeconds },
        });
      case 'error':
        return refuse(response, { error_code: 500, description: 'Internal Server Error' });
      case 'blocked':
        blocked.add(chatId);
        return refuse(response, forbidden);
      case 'reset':
        return void response.destroy();
      case 'accept-then-reset':
        arrive(chatId);
        return void response.destroy();
      case 'hang':
        return;
      case 'truncated':
        arrive(chatId);
        response.writeHead(200, { 'content-type': 'application/json' });
        return void response.end('{"ok":true,"resu');
      case 'slow':
        arrive(chatId);
        setTimeout(() => accept(response), 300);
        return;
      case undefined:
        arrive(chatId);
        return accept(response);
    }
  };
  const server = createServer((request, response) => {
    text(request).then(
      (body) => {
        state.requests += 1;
        asked.resolve();
        noteFlood();
        serve(callSchema.parse(JSON.parse(body)).chat_id, response);
      },
      () => undefined,
    );
  });
  const port = await listenOnLoopback(server);
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    arrived,
    injected,
    flood,
    requests: () => state.requests,
    /**
     * The sender was killed then. A flood wait it was told of just before could not be written down by anybody: the
     * next one can not know of it.
     */
    died(at: number) {
      const told = flood.until - floodSeconds * 1000;
      if (at - told < writingMs) flood.until = 0;
    },
    /** A new process sends from now on. Gives its first call. */
    nextRun(): Promise<void> {
      state.run += 1;
      asked = Promise.withResolvers<void>();
      return asked.promise;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function accept(response: ServerResponse): void {
  const result = { message_id: 1, date: 0, chat: { id: 1, type: 'private' }, text: '' };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: object;
}

const forbidden = { error_code: 403, description: 'Forbidden: bot was blocked by the user' };

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: false, ...refusal }));
}
