import { expect, test } from 'vitest';
import { openLog } from '../src/log.ts';

const token = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const key = 'test-key/with+signs=and%more';
const database = 'postgres://chazuo:p%40ss"word@db.example/chazuo';

function capture(level = 'info') {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  return { lines, log: openLog({ level, secrets: [token, key, database], stream }) };
}

test.each([
  ['a token in an address', `https://api.telegram.org/bot${token}/getMe`],
  ['a token URL-encoded', encodeURIComponent(token)],
  ['a token with a lower-case escape', token.replace(':', '%3a')],
  ['the half of a token behind the colon', token.split(':')[1]],
  ['a token in base64', Buffer.from(token).toString('base64')],
  ['a key', key],
  ['a key URL-encoded', encodeURIComponent(key)],
  ['a database address', database],
  ['the password of a database address', 'p@ss"word'],
  ['the password URL-encoded', encodeURIComponent('p@ss"word')],
])('%s never reaches the log', (_name, text) => {
  const { lines, log } = capture('debug');
  const error = new Error(`failed: ${text}`, { cause: new Error(`because of ${text}`) });
  log.error({ err: error, where: text, deep: { list: [text] } }, `message ${text}`);
  const written = lines.join('');
  expect(written).toContain('failed: ');
  expect(written).not.toContain(JSON.stringify(text).slice(1, -1));
});

test('a token nobody configured is blanked by its shape', () => {
  const { lines, log } = capture();
  log.info(
    '987654321:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw 987654321%3ABBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  );
  expect(lines[0]).not.toContain('BBHdq');
});

test('of an error only harmless properties are written, its stack only at debug', () => {
  const error = Object.assign(new Error('no answer'), {
    code: 'ECONNREFUSED',
    headers: { authorization: 'Bearer hidden' },
    request: { body: 'hidden' },
  });
  const quiet = capture();
  quiet.log.error({ err: error }, 'call failed');
  expect(JSON.parse(quiet.lines[0] ?? '').err).toEqual({
    type: 'Error',
    message: 'no answer',
    code: 'ECONNREFUSED',
  });
  const loud = capture('debug');
  loud.log.error({ err: error }, 'call failed');
  expect(JSON.parse(loud.lines[0] ?? '').err.stack).toContain('log.test.ts');
});

test.each([
  ['s3://KEY:SEC/RET@bucket/x', 's3://[保密]@bucket/x'],
  ['http://us:S3c@ret/pw@127.0.0.1:1/v1', 'http://[保密]@127.0.0.1:1/v1'],
])('the user and password of an address nobody configured are blanked', (address, shown) => {
  const { lines, log } = capture();
  log.warn({ err: new Error(`can not reach ${address}`) }, 'failed');
  expect(lines[0]).toContain(`can not reach ${shown}"`);
});
