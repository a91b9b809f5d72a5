import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Presence } from './bot-api/presence.ts';
import { createBotApi } from './bot-api/serve-bot-api.ts';
import type { ChatRoom } from './chat-room.ts';
import type { Exchange } from './http/exchange.ts';
import { isFromLoopback } from './http/loopback.ts';
import { createPageFiles } from './http/page-files.ts';
import { sendJson } from './http/send.ts';
import { createPageApi } from './page-api/serve-page-api.ts';

interface Dependencies {
  readonly room: ChatRoom;
  readonly presence: Presence;
  readonly token: string;
}

/** In the words of Telegram for the bot, in plain ones for the reader. */
const broken = {
  ok: false,
  error_code: 500,
  description: 'Internal Server Error',
  error: '茶座出了点问题，请稍后再试。',
};

/** The server's one entrance: strangers are turned away here, and faults logged. */
export function createRequestListener(dependencies: Dependencies): RequestListener {
  const answer = createAnswer(dependencies);
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const isReaderGone = request.destroyed && !response.writable;
      if (!isReaderGone) dependencies.room.log.error({ err: error }, 'web chat request failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, broken);
    });
  };
}

function createAnswer(dependencies: Dependencies) {
  const servePageFile = createPageFiles();
  const serveBotApi = createBotApi(dependencies);
  const servePageApi = createPageApi(dependencies);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isFromLoopback(request)) {
      sendJson(response, 403, { error: '茶座只答复本机的页面和程序' });
      return;
    }
    const address = readAddress(request.url ?? '/');
    const exchange: Exchange = { request, response, address };
    // To HEAD, Node sends the headers and no body.
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && servePageFile(address.pathname, response)) return;
    if (await servePageApi(exchange)) return;
    if (await serveBotApi(exchange)) return;
    sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  };
}

function readAddress(path: string): URL {
  const address = `http://127.0.0.1${path}`;
  return new URL(
    path.startsWith('/') && URL.canParse(address) ? address : 'http://127.0.0.1/unreadable',
  );
}
