import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request was made on this machine, for this server, by this server's page or by a program. A web page
 * elsewhere is recognised by its Origin, a foreign name that was bent to 127.0.0.1 (DNS rebinding) by the Host.
 */
export function isFromLoopback({ headers, socket }: IncomingMessage): boolean {
  const host = readHost(`http://${headers.host ?? ''}`);
  if (host === undefined || !loopbackNames.has(host.hostname)) return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (headers.origin === undefined) return true;
  const origin = readHost(headers.origin);
  if (origin === undefined || !loopbackNames.has(origin.hostname)) return false;
  // Another local server's page is a stranger too.
  return Number(origin.port === '' ? 80 : origin.port) === socket.localPort;
}

function readHost(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' && url.username === '' ? url : undefined;
}
