import { APIConnectionError, APIError } from 'openai';
import { type FaultKind, type ModelFault, ModelInterruption } from './model-fault.ts';

/** Names what a call threw; undefined for an error that is none of the network's or the endpoint's. */
export function faultOf(error: unknown): ModelFault | undefined {
  const causes = [...causesOf(error)];
  const interruption = causes.find((one) => one instanceof ModelInterruption);
  if (interruption !== undefined) return interruption.fault;
  const answered = causes.find((one) => one instanceof APIError && one.status !== undefined);
  if (answered instanceof APIError) return faultOfStatus(answered);
  if (error instanceof APIError && !(error instanceof APIConnectionError))
    return { kind: 'server-error', detail: 'error event' };
  const code = causes.map(codeOf).find((one) => one !== undefined);
  if (code !== undefined) return { kind: kindOfCode(code), detail: code };
  if (error instanceof SyntaxError) return { kind: 'not-a-reply', detail: 'malformed event' };
  // fetch says so of all else that keeps it from calling.
  const isNetwork = error instanceof TypeError || error instanceof APIConnectionError;
  return isNetwork ? { kind: 'unreachable', detail: error.constructor.name } : undefined;
}

function faultOfStatus({ status, headers, code }: APIError): ModelFault {
  // An endpoint may write anything there.
  const isWord = /^[\w.-]{1,60}$/.test(code ?? '');
  const detail = isWord ? `${status} ${code}` : String(status);
  if (status === 401 || status === 403) return { kind: 'unauthorised', detail };
  if (status === 404) return { kind: 'unknown-model', detail };
  if (status === 429) return { kind: 'rate-limited', detail, retryAfter: readRetryAfter(headers) };
  const mayPass = status === undefined || status >= 500 || status === 408 || status === 409;
  if (!mayPass) return { kind: 'bad-request', detail };
  return { kind: 'server-error', detail, retryAfter: readRetryAfter(headers) };
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date, in milliseconds. */
function readRetryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const text = headers?.get('retry-after');
  if (text === null || text === undefined || text === '') return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

function kindOfCode(code: string): FaultKind {
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return 'connect-timeout';
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE')
    return 'connection-lost';
  if (/^(?:Z_|HPE_|UND_ERR_HEADERS_OVERFLOW)/.test(code)) return 'not-a-reply';
  return 'unreachable';
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function* causesOf(error: unknown): Generator<Error> {
  let cause = error;
  for (let depth = 0; depth < 8 && cause instanceof Error; depth += 1) {
    yield cause;
    cause = cause.cause;
  }
}
