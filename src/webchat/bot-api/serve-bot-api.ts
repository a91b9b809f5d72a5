import { timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ChatRoom } from '../chat-room.ts';
import type { Exchange } from '../http/exchange.ts';
import { send, sendJson } from '../http/send.ts';
import { Refusal } from '../refusal.ts';
import { findByPath } from './files.ts';
import { createMethods } from './methods.ts';
import type { Presence } from './presence.ts';
import { readCall } from './read-call.ts';

interface Dependencies {
  readonly room: ChatRoom;
  readonly token: string;
  readonly presence: Presence;
}

const botAddress = /^\/(?<file>file\/)?bot(?<given>[^/]*)\/(?<rest>.*)$/;

/** Answers `/bot<token>/METHOD` and `/file/bot<token>/PATH`; false when the address is neither. */
export function createBotApi({ room, token, presence }: Dependencies) {
  const methods = createMethods(room);
  const callMethod = async (name: string, exchange: Exchange): Promise<void> => {
    const method = methods.get(name);
    if (method === undefined) throw new Refusal('Not Found: method not found', { code: 404 });
    const call = await readCall(exchange.request, exchange.address);
    const gone = new AbortController();
    exchange.response.once('close', () => gone.abort());
    const work = () => method(call, gone.signal);
    const result = await presence.during({ name, gone: gone.signal }, work);
    sendJson(exchange.response, 200, { ok: true, result });
  };
  return async (exchange: Exchange): Promise<boolean> => {
    const { response, address } = exchange;
    const groups = botAddress.exec(address.pathname.replaceAll(/%3a/gi, ':'))?.groups;
    if (groups === undefined) return false;
    const { file, given = '', rest = '' } = groups;
    try {
      if (!isSame(given, token)) throw new Refusal('Unauthorized', { code: 401 });
      if (file === undefined) await callMethod(rest.toLowerCase(), exchange);
      else sendFile(room, response, rest);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      room.log.info({ method: rest, answer: error.message }, 'bot request refused');
      sendJson(response, error.code, {
        ok: false,
        error_code: error.code,
        description: error.message,
      });
    }
    return true;
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sendFile(room: ChatRoom, response: ServerResponse, path: string): void {
  const file = findByPath(room, path);
  if (file === undefined) throw new Refusal('Not Found', { code: 404 });
  send(response, { status: 200, type: 'application/octet-stream', body: file.content });
}
