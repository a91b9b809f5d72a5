const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const reference = /&(?:#x([0-9a-f]*)|#(\d*)|([a-z]+));?/iy;

interface Decoded {
  readonly value: string;
  /** Index behind what was read. */
  readonly end: number;
}

/** The character reference at `&`. Telegram knows four names and all numbers; any other `&` stands for itself. */
export function decodeReference(html: string, at: number): Decoded {
  const itself = { value: '&', end: at + 1 };
  reference.lastIndex = at;
  const match = reference.exec(html);
  if (match === null) return itself;
  const [whole, hexadecimal, decimal, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    const value = named[name];
    return value === undefined ? itself : { value, end };
  }
  const code =
    hexadecimal === undefined
      ? Number.parseInt(decimal ?? '', 10)
      : Number.parseInt(hexadecimal, 16);
  const valid = code > 0 && code < 0x10ffff && whole.replace(';', '').length < 10;
  return valid ? { value: String.fromCodePoint(code), end } : itself;
}
