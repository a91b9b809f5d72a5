import { createServer as createHttpServer, request } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { checkTelegram } from '../../src/bot/check-telegram.ts';
import type { TelegramConnection } from '../../src/bot/connection.ts';
import {
  bot,
  listenOnLoopback,
  refusal,
  startTelegram,
  token,
} from '../support/telegram-server.ts';
import { testCertificate, testKey } from '../support/test-certificate.ts';

const nobody = 'http://127.0.0.1:9';

async function failureOf(connection: TelegramConnection): Promise<string> {
  const error = await checkTelegram(connection, 1).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error('Telegram was reached');
  const told = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;
  expect(told).not.toContain(token.slice(10));
  return error.message;
}

test('the bot learns who it is', async () => {
  await using telegram = await startTelegram();
  expect(await checkTelegram(telegram)).toEqual(bot);
});

test('a wrong token is said to be one', async () => {
  await using telegram = await startTelegram();
  expect(await failureOf({ ...telegram, token: `${token}x` })).toBe(
    'Telegram 不认识这个 BOT_TOKEN，请到 @BotFather 重新复制令牌，改好后重新启动。',
  );
});

test('a Telegram out of reach is said to be so at once', async () => {
  expect(await failureOf({ token, apiRoot: nobody })).toBe(
    '连不上 127.0.0.1:9（连接被拒绝），请检查网络；需要代理时，请设置 HTTPS_PROXY 后重新启动。',
  );
});

test('a Telegram that never replies is given up', async () => {
  await using telegram = await startTelegram();
  telegram.fail('getMe', 'hang');
  expect(await failureOf(telegram)).toBe(
    `连不上 127.0.0.1:${telegram.port}（没有及时回应），请检查网络；需要代理时，请设置 HTTPS_PROXY 后重新启动。`,
  );
});

test.each([
  [
    'a page instead of an answer',
    { status: 200, body: '<html>欢迎使用本网络</html>' },
    /的回复不是 Telegram 的格式/,
  ],
  [
    'a flood wait',
    refusal(429, 'Too Many Requests', { retry_after: 5000 }),
    /^Telegram 要求稍后再连/,
  ],
  ['an outage', refusal(502, 'Bad Gateway'), /^Telegram 暂时用不了（错误 502）/],
])('%s at the start is said in a sentence', async (_, fault, sentence) => {
  await using telegram = await startTelegram();
  telegram.fail('getMe', fault);
  expect(await failureOf(telegram)).toMatch(sentence);
});

test('HTTPS_PROXY is used: Telegram is reached through a CONNECT tunnel, which sees no token', async () => {
  await using telegram = await startTelegram();
  const server = createHttpsServer(
    { key: testKey, cert: testCertificate },
    (incoming, response) => {
      const onward = request(
        telegram.apiRoot + incoming.url,
        { method: incoming.method },
        (reply) => {
          response.writeHead(reply.statusCode ?? 500);
          reply.pipe(response);
        },
      );
      incoming.pipe(onward);
    },
  );
  const port = await listenOnLoopback(server);
  await using proxy = await startProxy(() => port);
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, testCertificate]);
  try {
    // The name resolves nowhere: only the proxy knows the way.
    const connection = { token, apiRoot: 'https://telegram.test', proxy: proxy.url };
    expect(await checkTelegram(connection, 5)).toEqual(bot);
  } finally {
    setDefaultCACertificates(trusted);
    server.closeAllConnections();
    server.close();
  }
  expect(proxy.seen).toEqual(['CONNECT telegram.test:443']);
});

test('a local Bot API server over plain HTTP is reached through the proxy as well', async () => {
  await using telegram = await startTelegram();
  await using proxy = await startProxy(() => telegram.port);
  const connection = { token, apiRoot: 'http://telegram.test', proxy: proxy.url };
  expect(await checkTelegram(connection, 5)).toEqual(bot);
  expect(proxy.seen).toEqual(['POST http://telegram.test']);
});

test('a Bot API server on this machine is reached past the proxy', async () => {
  await using telegram = await startTelegram();
  expect(await checkTelegram({ ...telegram, proxy: nobody })).toEqual(bot);
});

test('a proxy that is not running, or refuses, is named', async () => {
  const connection = { token, apiRoot: 'https://telegram.test' };
  expect(await failureOf({ ...connection, proxy: nobody })).toBe(
    '经代理 127.0.0.1:9 连不上 telegram.test（连接被拒绝），请检查 HTTPS_PROXY 是否写对、代理是否在运行。',
  );
  await using proxy = await startProxy(() => undefined);
  expect(await failureOf({ ...connection, proxy: proxy.url })).toBe(
    `经代理 ${new URL(proxy.url).host} 连不上 telegram.test（代理拒绝了连接），请检查 HTTPS_PROXY 是否写对、代理是否在运行。`,
  );
});

/** An HTTP proxy that leads every name to one port of this machine, or refuses. */
async function startProxy(portOf: () => number | undefined) {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createHttpServer((incoming, response) => {
    const { origin, pathname } = new URL(incoming.url ?? '');
    seen.push(`${incoming.method} ${origin}`);
    const options = { method: incoming.method, host: '127.0.0.1', port: portOf(), path: pathname };
    const onward = request(options, (reply) => {
      response.writeHead(reply.statusCode ?? 500);
      reply.pipe(response);
    });
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, client: Socket) => {
    seen.push(`CONNECT ${incoming.url}`);
    sockets.add(client);
    const port = portOf();
    if (port === undefined) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => client.destroy());
    client.on('error', () => onward.destroy());
  });
  const port = await listenOnLoopback(server);
  return {
    seen,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
