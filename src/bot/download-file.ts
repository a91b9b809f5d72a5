import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { proxyAgent, type TelegramConnection } from './connection.ts';

/** Gets the bytes of a file by the path that getFile gives. */
export type DownloadFile = (path: string) => Promise<Uint8Array>;

/** Telegram lets bots download files of up to 20 MB. */
export const downloadLimit = 20 * 1024 * 1024;

const timeoutMs = 60_000;

export function createDownload(connection: TelegramConnection): DownloadFile {
  const { token, apiRoot } = connection;
  const agent = proxyAgent(connection);
  const get = apiRoot.startsWith('https:') ? getHttps : getHttp;
  return (path) => {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const signal = AbortSignal.timeout(timeoutMs);
    // The address holds the token: what goes wrong is told without it.
    const fail = () => reject(new Error('文件没有下载下来，请重新发一次。'));
    get(
      `${apiRoot}/file/bot${token}/${path}`,
      { ...(agent ? { agent } : {}), signal },
      (response) => {
        if (response.statusCode !== 200) fail();
        else buffer(response).then(resolve, fail);
      },
    ).on('error', fail);
    return promise;
  };
}
