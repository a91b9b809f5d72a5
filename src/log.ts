import querystring from 'node:querystring';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

interface LogOptions {
  readonly level: string;
  /** Values that must never be written, in whatever encoding. */
  readonly secrets?: readonly (string | undefined)[];
  /** Default: standard error, pretty on a terminal. */
  readonly stream?: DestinationStream;
}

/** Opens the log: JSON lines on standard error, readable ones when that is a terminal. */
export function openLog({ level, secrets = [], stream = standardError() }: LogOptions): Logger {
  const conceal = createConceal(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => serializeError(error, level) },
    },
    { write: (line) => stream.write(conceal(line)) },
  );
}

function standardError(): DestinationStream {
  if (process.stderr.isTTY) return pretty({ destination: 2, sync: true, ignore: 'pid,hostname' });
  return destination({ dest: 2, sync: true });
}

/** Only these properties of an error are written: others may hold requests, headers or addresses with keys. */
const allowed = [
  'code',
  'status',
  'error_code',
  'description',
  'method',
  'syscall',
  'path',
  'port',
];

function serializeError(error: unknown, level: string): unknown {
  if (!(error instanceof Error))
    return { message: typeof error === 'string' ? error : typeof error };
  const properties = Object.entries(error).filter(
    ([key, value]) =>
      allowed.includes(key) && (typeof value === 'string' || typeof value === 'number'),
  );
  return {
    type: error.name,
    message: error.message,
    ...Object.fromEntries(properties),
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause, level) }),
    ...(level === 'debug' || level === 'trace' ? { stack: error.stack } : {}),
  };
}

// Anything shaped like a Telegram token, an API key, or the user and password of an address, known or not.
const shapes: readonly [RegExp, string][] = [
  [/\d{6,}(?::|%3A|\\u003a)[\w-]{30,}/giu, '[令牌]'],
  [/\bsk-[\w-]{16,}/gu, '[密钥]'],
  [/(postgres(?:ql)?:\/\/)[^\s"'\\]+/giu, '$1[数据库地址]'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"'\\]*@/giu, '$1[保密]@'],
];

/** Makes a function that blanks out secrets in a text: as they are, URL-encoded, JSON-escaped, in base64. */
function createConceal(secrets: readonly (string | undefined)[]): (text: string) => string {
  const forms = new Set(secrets.flatMap((secret) => (secret ? formsOf(secret) : [])));
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => {
    const known = longestFirst.reduce((rest, form) => rest.replaceAll(form, '[保密]'), text);
    return shapes.reduce((rest, [shape, mask]) => rest.replace(shape, mask), known);
  };
}

function formsOf(secret: string): string[] {
  const parts = [secret, ...secretParts(secret)].filter((part) => part.length >= 6);
  return parts.flatMap((part) => [
    part,
    encodeURIComponent(part),
    encodeURIComponent(part).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encodeURI(part),
    JSON.stringify(part).slice(1, -1),
    Buffer.from(part).toString('base64').replace(/=+$/, ''),
    Buffer.from(part).toString('base64url'),
  ]);
}

/** The half of a token behind its colon and the password of an address are secrets on their own. */
function secretParts(secret: string): string[] {
  if (URL.canParse(secret)) {
    const { password, username, searchParams } = new URL(secret);
    const asked = Array.from(searchParams).flatMap(([name, value]) =>
      /password|secret|key|token/iu.test(name) ? [value] : [],
    );
    return [password, querystring.unescape(password), `${username}:${password}`, ...asked];
  }
  return secret.includes(':') ? [secret.slice(secret.indexOf(':') + 1)] : [];
}
