import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { createPresence } from './bot-api/presence.ts';
import { createChanges } from './changes.ts';
import type { Log } from './chat-room.ts';
import { forgetReader } from './forget-reader.ts';
import { createRequestListener } from './handle-request.ts';
import { openStore, type Store } from './store/open-store.ts';

const address = '127.0.0.1';
const botId = 7_000_000_001;

export interface WebchatOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The web chat's own SQLite file; made when missing. */
  readonly dataFile: string;
  readonly log: Log;
  /** Default: made at the first start and kept in the data file. */
  readonly token?: string;
  /** Epoch milliseconds; default: the clock. */
  readonly now?: () => number;
}

export interface Webchat {
  /** The address of the page. */
  readonly url: string;
  /** The root of the Bot API, for a Telegram client's `apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  /** Takes all that a reader wrote, was sent and uploaded out of the data file, and their name. */
  forgetReader(readerId: number): void;
  close(): Promise<void>;
}

/**
 * Starts the web chat on this machine's loopback address: the page for readers, the Bot API for the bot.
 * @throws Error when the port is taken, with the remedy.
 */
export async function startWebchat(options: WebchatOptions): Promise<Webchat> {
  const { port, dataFile, log, now = Date.now } = options;
  const store = openStore(dataFile, now());
  const token = options.token ?? openToken(store);
  const changes = createChanges();
  const presence = createPresence(changes);
  const bot = { id: botId, name: '茶座', username: 'chazuo_bot' };
  const room = { store, changes, bot, log, now };
  const server = createServer(createRequestListener({ room, presence, token }));
  // A bot's client keeps its connections: closing them under its hands would cost it a request.
  server.keepAliveTimeout = 75_000;
  try {
    await listen(server, port);
  } catch (error) {
    store.close();
    throw error;
  }
  const url = `http://${address}:${readPort(server)}`;
  log.info({ url }, 'web chat listening');
  return {
    url,
    apiRoot: url,
    token,
    forgetReader: (readerId) => forgetReader(room, readerId),
    close: async () => {
      presence.stop();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      await promise;
      store.close();
    },
  };
}

function openToken(store: Store): string {
  const known = store.settings.read('token', z.string());
  if (known !== undefined) return known;
  const made = `${botId}:${randomBytes(27).toString('base64url').slice(0, 35)}`;
  store.settings.write('token', made);
  return made;
}

async function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port, host: address }, resolve);
  try {
    await promise;
  } catch (error) {
    throw new Error(explainListening(port, error), { cause: error });
  } finally {
    server.off('error', reject);
  }
}

function explainListening(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用：请关掉占用它的程序（也许茶座已经在运行），或用 WEBCHAT_PORT 换一个端口。`;
  }
  if (code === 'EACCES') {
    return `没有权限使用端口 ${port}：请用 WEBCHAT_PORT 换一个 1024 以上的端口。`;
  }
  return `网页聊天无法在端口 ${port} 启动：请用 WEBCHAT_PORT 换一个端口再试。`;
}

function readPort(server: Server): number {
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    throw new Error('webchat: the server has no port');
  return bound.port;
}
