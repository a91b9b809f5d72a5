import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTokenBudget } from '../../../src/answering/model/token-budget.ts';
import {
  type ModelCall,
  piece,
  refuse,
  startModelServer,
  streamReply,
} from '../../support/model-server.ts';
import { openTestModel } from '../../support/open-test-model.ts';
import { createPassingSpending } from '../../support/passing-spending.ts';
import { listenOnLoopback } from '../../support/telegram-server.ts';

const reply = JSON.stringify({ said: '好' });
const request = {
  messages: [{ role: 'user' as const, content: '请说好。' }],
  reply: { name: 'said', schema: z.object({ said: z.string() }) },
  maxTokens: 100,
};

const faultOf = (outcome: Awaited<ReturnType<ReturnType<typeof openTestModel>['ask']>>) =>
  outcome.ok ? 'none' : outcome.fault.kind;

test('a fault that passes is tried again, at most twice', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 503 }));
  await using model = openTestModel(server.baseUrl);
  expect(faultOf(await model.ask(request))).toBe('server-error');
  expect(server.calls).toHaveLength(3);
});

test('a second attempt may succeed', async () => {
  await using server = await startModelServer((_, response) => {
    if (server.calls.length === 1) response.socket?.resetAndDestroy();
    else streamReply(response, reply);
  });
  await using model = openTestModel(server.baseUrl);
  expect(await model.ask(request)).toMatchObject({ ok: true, value: { text: reply } });
});

test('a wrong key is not tried again', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 401 }));
  await using model = openTestModel(server.baseUrl);
  expect(faultOf(await model.ask(request))).toBe('unauthorised');
  expect(server.calls).toHaveLength(1);
});

test('an endpoint that asks for a second is given it, one that asks for an hour is given up', async () => {
  let openFrom = Number.POSITIVE_INFINITY;
  await using server = await startModelServer((_, response) => {
    if (performance.now() >= openFrom) return streamReply(response, reply);
    if (server.calls.length === 1) openFrom = performance.now() + 990;
    refuse(response, { status: 429, headers: { 'retry-after': '1' } });
  });
  await using model = openTestModel(server.baseUrl);
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(server.calls).toHaveLength(2);
  server.use((_, response) =>
    refuse(response, { status: 429, headers: { 'retry-after': '3600' } }),
  );
  expect(faultOf(await model.ask(request))).toBe('rate-limited');
  expect(server.calls).toHaveLength(3);
});

test('a retry that would come too late is not made', async () => {
  await using server = await startModelServer((_, response) =>
    refuse(response, { status: 503, headers: { 'retry-after': '2' } }),
  );
  await using model = openTestModel(server.baseUrl, { timeouts: { whole: 3000 } });
  expect(faultOf(await model.ask(request))).toBe('server-error');
  expect(server.calls).toHaveLength(1);
});

test('after a silence the reader does not wait for a second one', async () => {
  await using server = await startModelServer(() => {});
  await using model = openTestModel(server.baseUrl, { timeouts: { firstByte: 300, whole: 4000 } });
  expect(faultOf(await model.ask(request))).toBe('first-byte-timeout');
  expect(server.calls).toHaveLength(1);
});

const formatOf = ({ body }: ModelCall) =>
  z.object({ response_format: z.object({ type: z.string() }).optional() }).parse(body)
    .response_format?.type ?? 'none';

test('an endpoint without structured output is asked for plain JSON, from then on at once', async () => {
  await using server = await startModelServer((call, response) => {
    if (formatOf(call) === 'none') streamReply(response, reply);
    else refuse(response, { status: 400, message: 'response_format is not supported' });
  });
  await using model = openTestModel(server.baseUrl);
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(server.calls.map(formatOf)).toEqual(['json_schema', 'json_object', 'none', 'none']);
});

test('an endpoint that knows neither max_tokens nor temperature is spoken to without them', async () => {
  await using server = await startModelServer((call, response) => {
    const refused = ['temperature', 'max_tokens'].find((name) => name in call.body);
    if (refused === undefined) streamReply(response, reply);
    else refuse(response, { status: 400, message: `Unsupported parameter: '${refused}'` });
  });
  await using model = openTestModel(server.baseUrl);
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(server.calls.at(-1)?.body).toMatchObject({ max_completion_tokens: 100 });
  expect(server.calls.map(formatOf)).toEqual(['json_schema', 'json_schema', 'json_schema']);
});

test('a request that is refused for another reason is not asked for ever', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 400 }));
  await using model = openTestModel(server.baseUrl);
  expect(faultOf(await model.ask(request))).toBe('bad-request');
  expect(server.calls.length).toBeLessThanOrEqual(6);
});

test('a model that keeps failing is left alone, but for one probe', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 401 }));
  await using model = openTestModel(server.baseUrl, { rest: 300 });
  for (let question = 0; question < 3; question += 1) await model.ask(request);
  expect(faultOf(await model.ask(request))).toBe('resting');
  expect(server.calls).toHaveLength(3);
  const probed = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  server.use(async (_, response) => {
    probed.resolve();
    await release.promise;
    streamReply(response, reply);
  });
  const answeredAfterRest = async () => {
    for (;;) {
      const outcome = await model.ask(request);
      if (faultOf(outcome) !== 'resting') return outcome;
    }
  };
  const probe = answeredAfterRest();
  await probed.promise;
  const meanwhile = await Promise.all(Array.from({ length: 20 }, () => model.ask(request)));
  expect(meanwhile.map(faultOf)).toEqual(Array.from({ length: 20 }, () => 'resting'));
  release.resolve();
  expect(await probe).toMatchObject({ ok: true });
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(server.calls).toHaveLength(5);
});

test('a probe is one call', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 503 }));
  await using model = openTestModel(server.baseUrl, { rest: 300 });
  for (let question = 0; question < 3; question += 1) await model.ask(request);
  expect(server.calls).toHaveLength(9);
  let outcome = await model.ask(request);
  while (faultOf(outcome) === 'resting') outcome = await model.ask(request);
  expect(faultOf(outcome)).toBe('server-error');
  expect(server.calls).toHaveLength(10);
});

test('a slow model that answers again is not found out by what is not waited for', async () => {
  await using server = await startModelServer((_, response) => refuse(response, { status: 401 }));
  await using model = openTestModel(server.baseUrl, { rest: 300 });
  for (let question = 0; question < 3; question += 1) await model.ask(request);
  const probed: boolean[] = [];
  server.use(() => {});
  const beside = () => model.ask(request, { isBeside: true, signal: AbortSignal.timeout(50) });
  const restedAt = performance.now() + 400;
  while (performance.now() < restedAt) probed.push(faultOf(await beside()) !== 'resting');
  expect(probed).not.toContain(true);
  server.use((_, response) => streamReply(response, reply));
  expect(await model.ask(request)).toMatchObject({ ok: true });
});

test('what is not waited for is told apart from what its reader stopped, and is no outage', async () => {
  await using server = await startModelServer(() => {});
  await using model = openTestModel(server.baseUrl);
  for (let question = 0; question < 4; question += 1) {
    const timeUp = new AbortController();
    server.use(() => timeUp.abort(new DOMException('late', 'TimeoutError')));
    const late = model.ask(request, { isBeside: true, signal: timeUp.signal });
    expect(faultOf(await late)).toBe('not-awaited');
  }
  expect(server.calls).toHaveLength(4);
  const stop = new AbortController();
  server.use(() => stop.abort());
  expect(faultOf(await model.ask(request, { signal: stop.signal }))).toBe('stopped');
});

test('200 questions at once do not overspend the cap', async () => {
  const spending = createPassingSpending();
  const caps = { perDay: 20_000, perReader: 1e6 };
  await using server = await startModelServer((_, response) => streamReply(response, reply));
  await using model = openTestModel(server.baseUrl, { budget: createTokenBudget(spending, caps) });
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, reader) => model.ask(request, { reader: String(reader) })),
  );
  // The server says that each of them took 1,020 tokens, which is more than is set aside for one.
  const answered = outcomes.filter(({ ok }) => ok).length;
  const refused = outcomes.filter((outcome) => faultOf(outcome) === 'over-budget').length;
  expect(answered + refused).toBe(200);
  expect(server.calls).toHaveLength(answered);
  expect(refused).toBeGreaterThan(150);
});

test('what a call took less than was set aside is free again', async () => {
  const spending = createPassingSpending();
  const caps = { perDay: 1200, perReader: 1200 };
  await using server = await startModelServer((_, response) =>
    streamReply(response, reply, { usage: false }),
  );
  await using model = openTestModel(server.baseUrl, { budget: createTokenBudget(spending, caps) });
  const reader = '1';
  expect(await model.ask(request, { reader })).toMatchObject({ ok: true });
  expect(await model.ask(request, { reader })).toMatchObject({ ok: true });
  expect(faultOf(await model.ask(request, { reader }))).toBe('over-budget');
});

test('an endpoint that does not finish its handshake is given up', async () => {
  const silent = createTcpServer(() => {});
  const port = await listenOnLoopback(silent);
  await using model = openTestModel(`https://127.0.0.1:${port}/v1`, {
    timeouts: { connect: 200, firstByte: 3000, silence: 3000, whole: 3000 },
  });
  expect(faultOf(await model.ask(request))).toBe('connect-timeout');
  silent.close();
});

/** A whole reply, as an endpoint sends it that does not stream. */
const whole = JSON.stringify({
  choices: [{ message: { content: reply }, finish_reason: 'stop' }],
});
const events = [{ choices: null, usage: null }, piece(reply, 'stop'), '[DONE]']
  .map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\r\n\r\n`)
  .join('');

test.each([
  ['a reply that is not streamed', 'application/json', whole],
  ['a reply that is not streamed, as plain text', 'text/plain', whole],
  ['events as plain text', 'text/plain', events],
  [
    'events behind one that has a name and no data',
    'text/event-stream',
    `event: ping\nid: 7\nretry: 900\n\n${events}`,
  ],
  [
    'events behind signs of life, with events that hold no choice',
    'text/event-stream',
    `: ping\r\n\r\n${events}`,
  ],
])('%s is read', async (_, type, body) => {
  await using server = await startModelServer((__, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  });
  await using model = openTestModel(server.baseUrl);
  expect(await model.ask(request)).toMatchObject({ ok: true, value: { text: reply } });
});

test('a question is not sent on to where an endpoint points', async () => {
  await using server = await startModelServer((_, response) => {
    response.writeHead(307, { location: '/v1/elsewhere' });
    response.end();
  });
  await using model = openTestModel(server.baseUrl);
  expect(faultOf(await model.ask(request))).toBe('not-a-reply');
  expect(server.calls.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
});

test('a connection that nobody waited for does not make the next one take longer', async () => {
  const silent = createTcpServer(() => {});
  const port = await listenOnLoopback(silent);
  await using model = openTestModel(`https://127.0.0.1:${port}/v1`, {
    timeouts: { connect: 1000, firstByte: 2000, silence: 2000, whole: 3000 },
  });
  for (let beside = 0; beside < 2; beside += 1) {
    const late = { isBeside: true, signal: AbortSignal.timeout(200) };
    expect(faultOf(await model.ask(request, late))).toBe('not-awaited');
  }
  expect(faultOf(await model.ask(request))).toBe('connect-timeout');
  silent.close();
});

test('the model is reached through the proxy', async () => {
  const tunnelled: string[] = [];
  const proxy = createServer((forwarded, response) => {
    // An endpoint without TLS is asked for by its whole address.
    tunnelled.push(forwarded.url ?? '');
    streamReply(response, reply);
  });
  const port = await listenOnLoopback(proxy);
  await using server = await startModelServer((_, response) => streamReply(response, reply));
  await using model = openTestModel(server.baseUrl, {
    address: { baseUrl: server.baseUrl, proxy: `http://127.0.0.1:${port}` },
  });
  expect(await model.ask(request)).toMatchObject({ ok: true });
  expect(tunnelled).toEqual([`${server.baseUrl}/chat/completions`]);
  proxy.close();
  proxy.closeAllConnections();
});

test('a model on this machine is not looked for through a proxy on another', async () => {
  await using server = await startModelServer((_, response) => streamReply(response, reply));
  await using model = openTestModel(server.baseUrl, {
    address: { baseUrl: server.baseUrl, proxy: 'http://proxy.invalid:3128' },
  });
  expect(await model.ask(request)).toMatchObject({ ok: true });
});

test('the key is sent as a bearer token', async () => {
  await using server = await startModelServer((_, response) => streamReply(response, reply));
  await using model = openTestModel(server.baseUrl, {
    address: { baseUrl: server.baseUrl, apiKey: 'sk-abc' },
  });
  await model.ask(request);
  expect(server.calls[0]?.authorization).toBe('Bearer sk-abc');
});
