import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Presence } from '../bot-api/presence.ts';
import type { ChatRoom } from '../chat-room.ts';
import type { Exchange } from '../http/exchange.ts';
import { readBody } from '../http/read-body.ts';
import { send, sendJson } from '../http/send.ts';
import { Refusal } from '../refusal.ts';
import { viewHistory, viewPeople } from './page-view.ts';
import { type Place, postDocument, postText, pressButton } from './reader-acts.ts';
import { isReaderName } from './reader-name.ts';
import { streamChat } from './stream.ts';

/** A reader's message on Telegram has at most 4,096 units; the page cuts longer texts into several. */
const maxText = 4096;
const maxJson = 64 * 1024;
/** What a bot may fetch, see files.ts. */
const maxDocument = 20 * 1024 * 1024;

interface Dependencies {
  readonly room: ChatRoom;
  readonly presence: Presence;
}

type Answer = (exchange: Exchange) => void | Promise<void>;

const placeSchema = z.object({ reader: z.coerce.number().int(), chat: z.coerce.number().int() });
const idSchema = z.coerce.number().int();
const textSchema = z.object({
  text: z.string().trim().min(1).max(maxText),
  replyTo: z.int().optional(),
});
const pressSchema = z.object({ message: z.int(), row: z.int().min(0), column: z.int().min(0) });
const readerSchema = z.object({ name: z.string().trim().min(1).max(24) });
const uploadSchema = z.object({
  name: z.string().min(1).max(255),
  caption: z.string().max(1024).default(''),
});

/** Answers what the page asks under `/page/`; false for any other address. */
export function createPageApi({ room, presence }: Dependencies) {
  const answers: Readonly<Record<string, Answer>> = {
    'GET /page/people': ({ response }) => sendJson(response, 200, viewPeople(room)),
    'GET /page/stream': ({ address, response }) =>
      streamChat({ room, presence }, readPlace(room, address), response),
    'GET /page/history': ({ address, response }) => {
      const before = take(idSchema, address.searchParams.get('before'));
      sendJson(response, 200, viewHistory(room, readPlace(room, address).chat.id, before));
    },
    'GET /page/file': (exchange) => sendFile(room, exchange),
    'POST /page/text': async ({ request, response, address }) => {
      const typed = take(textSchema, await readJson(request));
      const { id } = postText(room, readPlace(room, address), typed);
      sendJson(response, 200, { id });
    },
    'POST /page/press': async ({ request, response, address }) => {
      const button = take(pressSchema, await readJson(request));
      const press = pressButton(room, readPlace(room, address), button);
      if (press === undefined) throw new Refusal('这个按钮已经失效了', { code: 410 });
      sendJson(response, 200, { press });
    },
    'POST /page/document': async ({ request, response, address }) => {
      const { name, caption } = take(uploadSchema, Object.fromEntries(address.searchParams));
      const content = await readBody(request, maxDocument);
      if (content.length === 0) throw new Refusal('这个文件是空的');
      const mime = request.headers['content-type'] ?? 'application/octet-stream';
      const place = readPlace(room, address);
      sendJson(response, 200, {
        id: postDocument(room, place, { name, mime, content, caption }).id,
      });
    },
    'POST /page/reader': async ({ request, response }) => {
      const { name } = take(readerSchema, await readJson(request));
      if (!isReaderName(name, room.bot)) throw new Refusal('这个名字不能用，请换一个');
      const reader = room.store.chats.openReader(name);
      if (reader === undefined) throw new Refusal('这个名字已经被群用了，请换一个', { code: 409 });
      room.changes.publish({ kind: 'chats' });
      sendJson(response, 200, { id: reader.id, name: reader.name });
    },
  };
  return async (exchange: Exchange): Promise<boolean> => {
    const { request, response, address } = exchange;
    if (!address.pathname.startsWith('/page/')) return false;
    try {
      const answer = answers[`${request.method} ${address.pathname}`];
      if (answer === undefined) throw new Refusal('没有这个地址', { code: 404 });
      checkSentByPage(request);
      await answer(exchange);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sendJson(response, error.code, { error: error.message });
    }
    return true;
  };
}

// A form of a foreign page can not send this header without asking first, and asking is refused.
function checkSentByPage({ method, headers }: IncomingMessage): void {
  if (method === 'POST' && headers['x-webchat'] !== 'page') {
    throw new Refusal('请从茶座页面操作', { code: 403 });
  }
}

/** What the page sent, if it is as it should be. */
function take<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const taken = schema.safeParse(value);
  if (taken.success) return taken.data;
  throw new Refusal('内容不合要求', { cause: taken.error });
}

/** The reader and the chat of a request: the reader's own chat, or the group. */
function readPlace(room: ChatRoom, address: URL): Place {
  const asked = take(placeSchema, Object.fromEntries(address.searchParams));
  const reader = room.store.chats.findReader(asked.reader);
  if (reader === undefined) throw new Refusal('没有这位读者', { code: 404 });
  const chat = room.store.chats.find(asked.chat);
  if (chat === undefined || (chat.kind === 'private' && chat.id !== reader.id)) {
    throw new Refusal('没有这个聊天', { code: 404 });
  }
  return { reader, chat };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = (await readBody(request, maxJson)).toString('utf8');
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal('内容不合要求', { cause: error });
  }
}

/** Always as a download: nothing uploaded is ever shown as a page of this server. */
function sendFile(room: ChatRoom, { address, response }: Exchange): void {
  const { chat } = readPlace(room, address);
  const id = take(idSchema, address.searchParams.get('message'));
  const document = room.store.messages.find(chat.id, id)?.document;
  const file = document === undefined ? undefined : room.store.files.find(document.fileId);
  if (file === undefined) throw new Refusal('没有这个文件', { code: 404 });
  const name = encodeURIComponent(file.name).replaceAll("'", '%27');
  send(response, {
    status: 200,
    type: 'application/octet-stream',
    body: file.content,
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  });
}
