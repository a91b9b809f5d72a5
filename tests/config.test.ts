import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const noFile = join(tmpdir(), 'chazuo-there-is-no-such-env-file');
const read = (environment: Record<string, string>) => readConfig(environment, noFile);

test('with nothing set everything has its default', () => {
  const config = read({});
  expect(config.webchatPort).toBe(8765);
  expect(config.timeZone).toBe('Asia/Shanghai');
  expect(config.telegram).toBeUndefined();
  expect(config.indexUri).toBe(join(config.dataDir, 'index'));
});

test('an empty value counts as unset', () => {
  expect(read({ BOT_TOKEN: '', WEBCHAT_PORT: '', CHAT_MODEL: '' })).toEqual(read({}));
});

test('every wrong variable is listed in one message', () => {
  const wrong = {
    WEBCHAT_PORT: '70000',
    BOT_TOKEN: 'abc',
    TIME_ZONE: 'Mars/Olympus',
    LOG_LEVEL: 'loud',
  };
  const message = messageOf(() => read(wrong));
  for (const name of Object.keys(wrong)) expect(message).toContain(name);
});

test('a wrong token is not repeated in the message', () => {
  expect(messageOf(() => read({ BOT_TOKEN: 'very-secret-thing' }))).not.toContain(
    'very-secret-thing',
  );
});

test('a model without key and address is a wrong configuration, with an address none is needed', () => {
  expect(() => read({ CHAT_MODEL: 'm' })).toThrow(/OPENAI_API_KEY/);
  expect(read({ CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }).model.chat).toBe(
    'm',
  );
});

test('a webhook without its secret is a wrong configuration', () => {
  expect(() => read({ WEBHOOK_URL: 'https://example.org/hook' })).toThrow(/WEBHOOK_SECRET/);
});

test('the .env file is read and the environment wins over it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'chazuo-env-')), '.env');
  writeFileSync(file, 'WEBCHAT_PORT=9001\nTIME_ZONE="Asia/Urumqi"\n');
  const config = readConfig({ WEBCHAT_PORT: '9002' }, file);
  expect([config.webchatPort, config.timeZone]).toEqual([9002, 'Asia/Urumqi']);
});

test('administrators are a list of numbers, however they are separated', () => {
  expect(read({ ADMIN_IDS: '12, 34，56' }).adminIds).toEqual([12, 34, 56]);
  expect(() => read({ ADMIN_IDS: '12,zhang' })).toThrow(/ADMIN_IDS/);
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}

test('the tokens of a day are a number above 0', () => {
  expect(read({}).model.tokenCaps).toEqual({ perDay: 2_000_000, perReader: 200_000 });
  expect(read({ CHAT_TOKENS_PER_READER: '5000' }).model.tokenCaps.perReader).toBe(5000);
  expect(() => read({ CHAT_TOKENS_PER_DAY: '0' })).toThrow(/CHAT_TOKENS_PER_DAY/);
});

test('steps of a search that are left out are named one by one', () => {
  expect(readConfig({}, 'no.env').searchWithout).toEqual(['neighbours']);
  expect(readConfig({ SEARCH_WITHOUT: 'nothing' }, 'no.env').searchWithout).toEqual([]);
  expect(readConfig({ SEARCH_WITHOUT: 'queries, usefulness' }, 'no.env').searchWithout).toEqual([
    'queries',
    'usefulness',
  ]);
  expect(() => readConfig({ SEARCH_WITHOUT: 'words' }, 'no.env')).toThrow(/SEARCH_WITHOUT/);
});

test.each([
  ['OPENAI_BASE_URL', 'http://someone:S3cret@127.0.0.1/v1'],
  ['OPENAI_BASE_URL', 'http://127.0.0.1/v1?api-key=S3cret'],
  ['TELEGRAM_API_ROOT', 'http://someone:S3cret@127.0.0.1'],
  ['WEBHOOK_URL', 'https://someone:S3cret@example.org/hook'],
  ['INDEX_URI', 's3://KEYS3cret:a/S3cret@bucket/x'],
  ['DATABASE_URL', 'postgres://us:S3cret@ret/pwS3cret@127.0.0.1:1/db'],
  ['DATABASE_URL', 'postgres://us:100%S3cret@127.0.0.1:1/db'],
  ['HTTPS_PROXY', 'http://us:S3cret@pwS3cret@127.0.0.1:1'],
  ['DATABASE_URL', 'S3cret'],
])('%s=%s is refused in one sentence that does not repeat it', (name, value) => {
  const message = messageOf(() => read({ [name]: value }));
  expect(message).toContain(`${name} `);
  expect(message).not.toMatch(/S3c|127|\n/);
});

test('a password whose special characters are written as percent codes is taken', () => {
  const databaseUrl = 'postgres://us:S3c%40ret%2Fpw@127.0.0.1:1/db';
  expect(read({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
  expect(read({ HTTPS_PROXY: 'http://us:p%40w@proxy:3128' }).httpsProxy).toContain('p%40w');
  expect(read({ INDEX_URI: 's3://bucket/index' }).indexUri).toBe('s3://bucket/index');
});
