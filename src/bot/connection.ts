import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ApiClientOptions } from 'grammy';

/** How Telegram is reached. */
export interface TelegramConnection {
  readonly token: string;
  /** Without a slash at its end, as `https://api.telegram.org`. */
  readonly apiRoot: string;
  /** Address of an HTTP proxy, as `http://127.0.0.1:7890`; HTTPS goes through it by CONNECT. */
  readonly proxy?: string | undefined;
}

// Long polling takes 30 s; grammY's own limit of 500 s would leave a dead connection open for eight minutes.
const timeoutSeconds = 60;

export function clientOptions(connection: TelegramConnection): ApiClientOptions {
  const { apiRoot } = connection;
  const agent = proxyAgent(connection);
  if (agent === undefined) return { apiRoot, timeoutSeconds };
  return { apiRoot, timeoutSeconds, baseFetchConfig: { agent, compress: true } };
}

/** Undefined without a proxy. */
export function proxyAgent({ apiRoot, proxy }: TelegramConnection) {
  if (proxy === undefined) return undefined;
  // A Bot API server on this machine is not behind the proxy.
  const proxyEnv = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: 'localhost,127.0.0.1,[::1]' };
  const options = { keepAlive: true, proxyEnv };
  return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
}
