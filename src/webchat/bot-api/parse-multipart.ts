import querystring from 'node:querystring';
import { Refusal } from '../refusal.ts';

interface Part {
  readonly name: string;
  /** A text field, or a file. */
  readonly value: string | File;
}

const blankLine = '\r\n\r\n';

/**
 * The parts of a multipart/form-data body. Kinder than the platform's own parser, which refuses what Telegram's
 * clients send: file names without quotes and headers without a space.
 * @throws Refusal when the body does not end with its boundary.
 */
export function parseMultipart(body: Buffer<ArrayBuffer>, contentType: string): readonly Part[] {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  const wrong = new Refusal("Bad Request: can't parse multipart form data");
  if (mark === '--' || body.indexOf(mark) !== 0) throw wrong;
  const parts: Part[] = [];
  let start = mark.length;
  while (!body.subarray(start).subarray(0, 2).equals(Buffer.from('--'))) {
    const end = body.indexOf(`\r\n${mark}`, start);
    const headersEnd = body.indexOf(blankLine, start);
    if (end === -1 || headersEnd === -1 || headersEnd > end) throw wrong;
    const headers = body.toString('utf8', start, headersEnd);
    parts.push(readPart(headers, body.subarray(headersEnd + blankLine.length, end)));
    start = end + mark.length + 2;
  }
  return parts;
}

function readPart(headers: string, content: Buffer<ArrayBuffer>): Part {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const name = /;\s*name=(?:"([^"]*)"|([^;]*))/i.exec(disposition);
  const field = name?.[1] ?? name?.[2]?.trim() ?? '';
  const filename = readFilename(disposition);
  if (filename === undefined) return { name: field, value: content.toString('utf8') };
  const type = /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? '';
  return { name: field, value: new File([content], filename, { type }) };
}

/** In quotes, bare up to the end of the line as grammY writes it, or percent-encoded (RFC 5987), which is exact. */
function readFilename(disposition: string): string | undefined {
  const extended = /;\s*filename\*=[^']*'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) return querystring.unescape(extended);
  const match = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^\r\n]*))/i.exec(disposition);
  const name = match?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? match?.[2]?.trim();
  // Browsers write these three so, and no other character.
  return name?.replaceAll(/%(22|0d|0a)/gi, (code) => querystring.unescape(code));
}
