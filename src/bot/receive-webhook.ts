import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import { parseJson } from '../corpus/parse-json.ts';
import { allowedUpdates } from './poll-updates.ts';
import { safeError } from './safe-error.ts';

/** Where Telegram sends updates to. A reverse proxy ends TLS before `port`. */
export interface Webhook {
  readonly url: string;
  /** Telegram repeats it in a header of each request; all others are refused. */
  readonly secret: string;
  /** 0 takes any free port. */
  readonly port: number;
}

interface ReceiveOptions {
  readonly webhook: Webhook;
  readonly api: Api;
  /** Writes updates down; they are acknowledged once it has returned. */
  readonly accept: (updates: readonly Update[]) => Promise<void>;
  readonly log: Logger;
}

const secretHeader = 'x-telegram-bot-api-secret-token';
// An update is some kilobytes; Telegram's largest texts are 4,096 characters.
const mostBytes = 1024 * 1024;

const updateSchema = z.custom<Update>(
  (value) => z.looseObject({ update_id: z.int() }).safeParse(value).success,
);

/**
 * Serves Telegram's webhook and tells Telegram of it. Answers 503 when an update could not be written down: Telegram
 * then sends it again.
 * @throws Error with one sentence when the port is taken or Telegram refuses the address.
 */
export async function receiveWebhook(options: ReceiveOptions) {
  const { webhook, api, log } = options;
  const server = createServer((request, response) => {
    receive(request, options).then(
      (status) => reply(response, status),
      (error: unknown) => {
        log.error({ err: safeError(error) }, 'a webhook request failed');
        reply(response, 503);
      },
    );
  });
  server.requestTimeout = 30_000;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(webhook.port, resolve);
  await promise.catch((error: unknown) => {
    throw new Error(`网络钩子用不了端口 ${webhook.port}，请用 WEBHOOK_PORT 换一个。`, {
      cause: error,
    });
  });
  const close = async () => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeIdleConnections();
    await closed;
  };
  const terms = { secret_token: webhook.secret, allowed_updates: allowedUpdates };
  const refused = await api.setWebhook(webhook.url, terms).catch(safeError);
  if (refused instanceof Error) {
    await close();
    throw new Error(`Telegram 不接受 WEBHOOK_URL ${webhook.url}，请检查网址和证书。`, {
      cause: refused,
    });
  }
  const bound = server.address();
  return { port: typeof bound === 'object' && bound !== null ? bound.port : webhook.port, close };
}

async function receive(
  request: IncomingMessage,
  { webhook, accept, log }: ReceiveOptions,
): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!isSecret(request.headers[secretHeader], webhook.secret)) return 401;
  const body = await readBody(request);
  if (body === undefined) return 413;
  const update = updateSchema.safeParse(parseJson(body)).data;
  if (update === undefined) return 400;
  try {
    await accept([update]);
    return 200;
  } catch (error) {
    log.error({ err: safeError(error) }, 'an update could not be written down; it will come again');
    return 503;
  }
}

function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > mostBytes) return undefined;
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 503 ? { 'retry-after': '5' } : {}).end();
}
