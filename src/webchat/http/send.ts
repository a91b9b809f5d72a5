import type { ServerResponse } from 'node:http';

/** Only this server's own files and connections; no frame around the page, no script but its own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every response goes out with the same guards. */
export function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, {
    ...securityHeaders,
    'cache-control': 'no-store',
    ...headers,
    // What is too large is not read to its end.
    ...(status === 413 && { connection: 'close' }),
    'content-type': type,
    'content-length': length,
  });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) });
}

/** Opens a stream of server-sent events. */
export function openEvents(response: ServerResponse) {
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  return (name: string, value: unknown): void => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
  };
}
