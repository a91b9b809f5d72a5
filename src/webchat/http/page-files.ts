import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { send } from './send.ts';

const folder = new URL('../page/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files of the page, and none but those that lie in its folder; false for any other address. */
export function createPageFiles() {
  const names = new Set(readdirSync(folder));
  return (path: string, response: ServerResponse): boolean => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    const type = types[extname(name)];
    if (type === undefined || !names.has(name)) return false;
    send(response, { status: 200, type, body: readFileSync(new URL(name, folder)) });
    return true;
  };
}
