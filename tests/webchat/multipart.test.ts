import { describe, expect, test } from 'vitest';
import { parseMultipart } from '../../src/webchat/bot-api/parse-multipart.ts';

const type = 'multipart/form-data; boundary=mark';
const form = (...parts: readonly string[]) =>
  Buffer.from(`--mark\r\n${parts.join('\r\n--mark\r\n')}\r\n--mark--\r\n`);

describe('a form is read as its sender meant it', () => {
  test.each([
    [
      'quoted, by browsers',
      'Content-Disposition: form-data; name="document"; filename="做 法.txt"',
      '做 法.txt',
    ],
    [
      'bare, by grammY',
      'content-disposition:form-data;name="document";filename=做;法 1.txt',
      '做;法 1.txt',
    ],
    [
      'with quotes inside',
      'Content-Disposition: form-data; name="document"; filename="a%22b.txt"',
      'a"b.txt',
    ],
    [
      'with percents that mean nothing',
      'Content-Disposition: form-data; name="document"; filename="100%25.txt"',
      '100%25.txt',
    ],
    [
      'percent-encoded beside a plain one',
      `Content-Disposition: form-data; name="document"; filename="x.txt"; filename*=UTF-8''%E5%81%9A.txt`,
      '做.txt',
    ],
  ])('file name %s', (_what, header, filename) => {
    const [part] = parseMultipart(form(`${header}\r\nContent-Type: text/plain\r\n\r\n甲`), type);
    expect(part).toMatchObject({ name: 'document', value: { name: filename, type: 'text/plain' } });
  });

  test('fields without a file name are text, with line breaks, empty ones and dashes kept', () => {
    const field = (name: string, value: string) =>
      `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
    const body = form(field('a', '甲\r\n\r\n--乙'), field('b', ''), field('c', '\r\n--mar'));
    expect(parseMultipart(body, type)).toEqual([
      { name: 'a', value: '甲\r\n\r\n--乙' },
      { name: 'b', value: '' },
      { name: 'c', value: '\r\n--mar' },
    ]);
  });
});

describe('what is no form is refused', () => {
  test.each([
    ['no boundary', 'multipart/form-data', form('x: y\r\n\r\nz')],
    ['another boundary', 'multipart/form-data; boundary=other', form('x: y\r\n\r\nz')],
    ['cut off', type, Buffer.from('--mark\r\nContent-Disposition: form-data; name="a"\r\n\r\n甲')],
    ['no headers', type, Buffer.from('--mark\r\n--mark--')],
    ['nothing', type, Buffer.alloc(0)],
  ])('%s', (_what, contentType, body) => {
    expect(() => parseMultipart(body, contentType)).toThrow(
      "Bad Request: can't parse multipart form data",
    );
  });
});
