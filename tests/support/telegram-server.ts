import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const payloadSchema = z.record(z.string(), z.unknown());

/** A call the bot made, with what it sent. */
export interface TelegramCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type TelegramUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** What to do with a call instead of serving it. */
export type Fault =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly body: string }
  | 'hang'
  | 'reset'
  /** The message is taken, and the connection breaks before the reply. */
  | 'accept-then-reset'
  /** The message is taken, and no reply ever comes. */
  | 'accept-then-hang';

export const token = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
export const bot = { id: 123_456_789, is_bot: true, first_name: '茶座', username: 'chazuo_bot' };

/** Telegram as far as faults go: what it was sent stands in `calls`, and `fail` makes it misbehave. */
export async function startTelegram() {
  const calls: TelegramCall[] = [];
  const faults: { method: string; fault: Fault; times: number }[] = [];
  const updates: TelegramUpdate[] = [];
  let changed = Promise.withResolvers<void>();
  const announce = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await changed.promise;
    }
  };
  const takeFault = (method: string): Fault | undefined => {
    const found = faults.find((each) => each.method === method && each.times > 0);
    if (found === undefined) return undefined;
    found.times -= 1;
    return found.fault;
  };
  const serve = async ({ method, payload }: TelegramCall, gone: Promise<void>) => {
    if (method === 'getMe') return bot;
    if (method !== 'getUpdates') {
      return { message_id: calls.length, date: 0, chat: { id: 1, type: 'private' } };
    }
    const offset = z.number().default(0).parse(payload.offset);
    // What an offset confirms is gone for good, as on Telegram.
    updates.splice(0, updates.length, ...updates.filter(({ update_id }) => update_id >= offset));
    const ready = () => updates.filter(({ update_id }) => update_id >= offset);
    await Promise.race([gone, until(() => ready()[0])]);
    return ready();
  };
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    if (call === undefined) return sendRefusal(response, 401, 'Unauthorized');
    const fault = takeFault(call.method);
    if (fault !== 'hang' && fault !== 'reset') {
      calls.push(call);
      announce();
    }
    if (fault !== undefined) return misbehave(response, fault);
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    const result = await serve(call, gone);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result }));
  });
  const port = await listenOnLoopback(server);
  return {
    token,
    botId: bot.id,
    apiRoot: `http://127.0.0.1:${port}`,
    port,
    calls,
    until,
    /** The next `times` calls of this method go wrong. */
    fail: (method: string, fault: Fault, times = 1) => void faults.push({ method, fault, times }),
    /** Hands an update to the bot. */
    send(update: TelegramUpdate) {
      updates.push(update);
      announce();
    },
    sent: (method = 'sendMessage') => calls.filter((call) => call.method === method),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A refusal as Telegram words it. */
export function refusal(status: number, description: string, parameters?: object): Fault {
  return { status, json: { ok: false, error_code: status, description, parameters } };
}

/** An update with a message in the private chat of reader 1. */
export function messageUpdate(
  updateId: number,
  content: { text?: string; [name: string]: unknown },
) {
  const command = /^\/\S+/.exec(content.text ?? '')?.[0];
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_772_000_000,
      chat: { id: 1, type: 'private', first_name: '小林' },
      from: { id: 1, is_bot: false, first_name: '小林' },
      ...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }),
      ...content,
    },
  };
}

const keyboardSchema = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))),
});

/** What stands behind the first button of a message that the bot has sent. */
export function firstButton({ reply_markup: markup }: TelegramCall['payload']): string {
  return keyboardSchema.parse(markup).inline_keyboard[0]?.[0]?.callback_data ?? '';
}

/** An update with a press of a button in the private chat of a reader. */
export function pressUpdate(
  updateId: number,
  { data, by }: { readonly data: string; readonly by: number },
) {
  const chat = { id: by, type: 'private', first_name: '小林' };
  return {
    update_id: updateId,
    callback_query: {
      id: `press-${updateId}`,
      from: { id: by, is_bot: false, first_name: '小林' },
      chat_instance: '1',
      message: { message_id: updateId, date: 1_772_000_000, chat, text: '' },
      data,
    },
  };
}

async function readCall(request: IncomingMessage): Promise<TelegramCall | undefined> {
  const [, given, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
  const body = await text(request);
  if (given !== token || method === undefined) return undefined;
  return { method, payload: body === '' ? {} : payloadSchema.parse(JSON.parse(body)) };
}

function misbehave(response: ServerResponse, fault: Fault): void {
  if (fault === 'hang' || fault === 'accept-then-hang') return;
  if (typeof fault === 'string') {
    response.destroy();
    return;
  }
  response.writeHead(fault.status, { 'content-type': 'application/json' });
  response.end('json' in fault ? JSON.stringify(fault.json) : fault.body);
}

function sendRefusal(response: ServerResponse, status: number, description: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: false, error_code: status, description }));
}

/** Starts a server on a free port of this machine. */
export async function listenOnLoopback(server: {
  listen(port: number, host: string, then: () => void): unknown;
  address(): unknown;
}): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return z.object({ port: z.int() }).parse(server.address()).port;
}
