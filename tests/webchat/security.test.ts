import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Webchat } from '../../src/webchat/start-webchat.ts';
import { sendAsBot } from '../support/call-bot-api.ts';
import { firstReader, openReader, openWebchat } from '../support/web-reader.ts';

let folder: string;
let webchat: Webchat;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  webchat = await openWebchat({ dataFile: join(folder, 'webchat.sqlite') });
});

afterAll(async () => {
  await webchat.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request whose Host and Origin may be anything, as fetch would not send it. */
function ask({ path = '/', method = 'GET', headers = {}, body }: Asked): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const { hostname, port } = new URL(webchat.url);
  const sent = request({ hostname, port, path, method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part) => {
      text += part;
    });
    response.on('end', () =>
      resolve({ status: response.statusCode, headers: response.headers, body: text }),
    );
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

const place = `reader=${firstReader}&chat=${firstReader}`;
const asPage = { 'content-type': 'application/json', 'x-webchat': 'page' };
const paths = () => ['/', '/chat.js', '/page/people', `/bot${webchat.token}/getMe`];

describe('only this machine is answered', () => {
  test('another network address of this machine finds no server', async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    // On Linux 127.0.0.2 is this machine too, and a server on 0.0.0.0 would answer there.
    const second = process.platform === 'linux' ? '127.0.0.2' : undefined;
    for (const host of [second, outer?.address].filter((address) => address !== undefined)) {
      const { promise, resolve } = Promise.withResolvers<string>();
      const socket = connect(Number(new URL(webchat.url).port), host);
      socket.once('connect', () => resolve('connected'));
      socket.once('error', () => resolve('refused'));
      expect(await promise).toBe('refused');
      socket.destroy();
    }
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '192.168.1.5'])(
    'a name bent to this machine is turned away: Host %s',
    async (host) => {
      for (const path of paths()) expect((await ask({ path, headers: { host } })).status).toBe(403);
    },
  );

  test.each([
    'https://evil.example',
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'http://localhost',
    'http://127.0.0.1.evil.example',
    'file://',
  ])('a page elsewhere is turned away: Origin %s', async (origin) => {
    for (const path of paths()) expect((await ask({ path, headers: { origin } })).status).toBe(403);
  });

  test('the page itself and programs without an Origin are answered, under each loopback name', async () => {
    const { port } = new URL(webchat.url);
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const host = `${name}:${port}`;
      expect((await ask({ headers: { host } })).status).toBe(200);
      expect((await ask({ headers: { host, origin: `http://${host}` } })).status).toBe(200);
    }
  });

  test('what a browser calls cross-site is turned away even without an Origin', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await ask({ path: `/page/stream?${place}`, headers })).status).toBe(403);
  });

  test('a form of another page can not post: neither without our header nor after asking for it', async () => {
    const post = { path: `/page/text?${place}`, method: 'POST', body: '{"text":"我是谁"}' };
    expect((await ask({ ...post, headers: { 'content-type': 'text/plain' } })).status).toBe(403);
    const preflight = await ask({
      ...post,
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:3000' },
    });
    expect(preflight.status).toBe(403);
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('reader and bot are kept apart', () => {
  test('the page never gets the token', async () => {
    const reader = await openReader(webchat.url);
    await sendAsBot(webchat, { chat_id: firstReader, text: '好' });
    const told = JSON.stringify([await reader.see('chat'), await reader.see('message')]);
    reader.leave();
    for (const path of [
      '/',
      '/chat.js',
      '/api.js',
      '/page/people',
      `/page/history?${place}&before=9999999999`,
    ]) {
      expect((await ask({ path })).body).not.toContain(webchat.token);
    }
    expect(told).not.toContain(webchat.token);
  });

  test('the page can not speak as the bot: what it sends is the reader, whatever it says', async () => {
    const reader = await openReader(webchat.url);
    const answer = await ask({
      path: `/page/text?${place}`,
      method: 'POST',
      headers: asPage,
      body: JSON.stringify({ text: '冒充', from: 7_000_000_001, bot: true }),
    });
    expect(answer.status).toBe(200);
    const seen = await reader.see('message', ({ text }) => text === '冒充');
    expect(seen.from).toEqual({ id: firstReader, name: '书记小林', bot: false });
    reader.leave();
  });

  test('without the token no method is served, and no file', async () => {
    for (const path of ['/bot/getMe', '/botx/getUpdates', '/file/botx/documents/file_1']) {
      expect((await ask({ path })).status).toBe(401);
    }
  });

  test('a reader does not get at the chat of another', async () => {
    const other = await ask({
      path: '/page/reader',
      method: 'POST',
      headers: asPage,
      body: '{"name":"老周"}',
    });
    const { id } = JSON.parse(other.body);
    expect(
      (await ask({ path: `/page/history?reader=${id}&chat=${firstReader}&before=9` })).status,
    ).toBe(404);
  });

  test('what a button carries stays on the server', async () => {
    const reader = await openReader(webchat.url);
    await sendAsBot(webchat, {
      chat_id: firstReader,
      text: '按',
      reply_markup: { inline_keyboard: [[{ text: '好', callback_data: 'secret:1' }]] },
    });
    const seen = await reader.see('message', ({ text }) => text === '按');
    expect(JSON.stringify(seen)).not.toContain('secret');
    reader.leave();
  });
});

describe('bounds', () => {
  test('every answer forbids foreign scripts, frames and guessing of types', async () => {
    for (const path of ['/', '/chat.js', '/page/people', '/nothing']) {
      const { headers } = await ask({ path });
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('whether the page is there may be asked without its text', async () => {
    const page = await ask({});
    const head = await ask({ method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe(page.headers['content-type']);
  });

  test('only the files of the page are served', async () => {
    for (const path of [
      '/../start-webchat.ts',
      '/%2e%2e/start-webchat.ts',
      '/page/chat.js',
      '/..%2frefusal.ts',
      '//evil.example',
      '/http://[',
    ]) {
      expect([path, (await ask({ path })).status]).toEqual([path, 404]);
    }
  });

  test('what is too large is refused with 413', async () => {
    const megabyte = Buffer.alloc(1024 * 1024 + 1, 'a');
    const json = { 'content-type': 'application/json' };
    const asked = [
      { path: `/bot${webchat.token}/sendMessage`, headers: json, body: megabyte },
      { path: `/page/text?${place}`, headers: asPage, body: megabyte },
      {
        path: `/page/document?${place}&name=a`,
        headers: { 'x-webchat': 'page', 'content-length': String(20 * 1024 * 1024 + 1) },
      },
    ];
    for (const each of asked) expect((await ask({ method: 'POST', ...each })).status).toBe(413);
  });

  test.each([
    ['text of nothing', '/page/text', '{"text":""}'],
    ['text of blanks', '/page/text', '{"text":" \\n "}'],
    ['text of a number', '/page/text', '{"text":5}'],
    ['no JSON', '/page/text', 'text'],
    ['a button that is none', '/page/press', '{"message":1,"row":-1,"column":0}'],
    ['a reader without a name', '/page/reader', '{"name":"  "}'],
  ])('%s is refused in Chinese', async (_what, path, body) => {
    const answer = await ask({ path: `${path}?${place}`, method: 'POST', headers: asPage, body });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { error: '内容不合要求' }]);
  });

  test.each([
    ['what can not be seen', '\u202e\u200b'],
    ['NUL', '\u0000'],
    ['half an emoji', '林\ud83d'],
    ['a blank letter', '\u3164\u2800'],
    ['the bot', '茶座'],
    ['the bot, with a gap nobody sees', '茶\u200b 座'],
    ['the bot by its user name', 'Chazuo_Bot'],
    ['a name that turns the direction', '\u202e书记老周'],
    ['a name that sets the direction apart', '\u2067老周\u2069'],
  ])('a reader named %s is refused', async (_what, name) => {
    const body = JSON.stringify({ name });
    const answer = await ask({ path: '/page/reader', method: 'POST', headers: asPage, body });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      400,
      { error: '这个名字不能用，请换一个' },
    ]);
  });

  test('a reader may be named with an emoji of several parts', async () => {
    const body = JSON.stringify({ name: '老周👨‍👩‍👧' });
    const answer = await ask({ path: '/page/reader', method: 'POST', headers: asPage, body });
    expect(answer.status).toBe(200);
  });

  test('a text of direction marks alone is empty, and refused', async () => {
    const body = JSON.stringify({ text: '\u202e\u202d' });
    const answer = await ask({
      path: `/page/text?${place}`,
      method: 'POST',
      headers: asPage,
      body,
    });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { error: '这条消息是空的' }]);
  });

  test('an upload is only ever handed out as a download', async () => {
    const upload = await ask({
      path: `/page/document?${place}&name=${encodeURIComponent('坏.html')}`,
      method: 'POST',
      headers: { 'content-type': 'text/html', 'x-webchat': 'page' },
      body: '<script>alert(1)</script>',
    });
    const { id } = JSON.parse(upload.body);
    const { headers, body } = await ask({ path: `/page/file?${place}&message=${id}` });
    expect(body).toBe('<script>alert(1)</script>');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E5%9D%8F.html");
  });
});

test('a data file that is none is one sentence with the remedy', async () => {
  const dataFile = join(folder, 'broken.sqlite');
  writeFileSync(dataFile, '这不是数据库。'.repeat(100));
  await expect(openWebchat({ dataFile })).rejects.toThrow(
    `网页聊天的数据文件 ${dataFile} 打不开：请检查它和所在文件夹的读写权限；如果文件已损坏，请把它移走后重新启动。`,
  );
});

test('a port in use is one sentence with the remedy', async () => {
  const port = Number(new URL(webchat.url).port);
  await expect(openWebchat({ port, dataFile: join(folder, 'other.sqlite') })).rejects.toThrow(
    `端口 ${port} 已被占用：请关掉占用它的程序（也许茶座已经在运行），或用 WEBCHAT_PORT 换一个端口。`,
  );
});
