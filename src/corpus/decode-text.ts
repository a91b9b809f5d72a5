import { isUtf8 } from 'node:buffer';

type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly reason: string };

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const signatures: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
  [[0x50, 0x4b, 0x03, 0x04], '压缩包或 Office 文档'],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Office 文档'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 图片'],
  [[0xff, 0xd8, 0xff], 'JPEG 图片'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF 图片'],
  [[0x1f, 0x8b], '压缩文件'],
  [[0x7f, 0x45, 0x4c, 0x46], '程序文件'],
];

const byteOrderMarks: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The encoding is judged by the beginning: reading the whole of a large file three times would not tell more. */
const sampleLength = 64 * 1024;

/**
 * Decodes a text file: UTF-8, GBK/GB18030 or UTF-16, with a byte order mark or without. What is no
 * text, or text in no encoding we know, comes back as a reason in plain Chinese.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMarks.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return decodeAs(marked[1], bytes);
  const signature = signatures.find(([mark]) => startsWith(bytes, mark));
  if (signature !== undefined) return { reason: `文件内容不是文字，看来是：${signature[1]}` };
  if (isUtf8(bytes) && !bytes.subarray(0, sampleLength).includes(0))
    return decodeAs('utf-8', bytes);
  const sample = bytes.subarray(0, Math.min(sampleLength, bytes.length));
  const guesses = (['gb18030', 'utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, score: scoreOf(encoding, sample) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = guesses;
  if (best === undefined || best.score < plausible) {
    return {
      reason: '认不出文字编码，或者内容不是文字；请另存为 UTF-8 编码的文本再试',
    };
  }
  return decodeAs(best.encoding, bytes);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const sample = text.slice(0, sampleLength);
  if (share(sample, control) > 0.01) return { reason: '文件内容不是文字，里面有大量控制字符' };
  if (share(sample, replacement) > 0.02) {
    return { reason: `按 ${encoding.toUpperCase()} 解码后有大量乱码，请检查文件编码` };
  }
  return { text, encoding };
}

const control = /[^\P{Cc}\t\n\f\r]/gu;
const replacement = /\ufffd/g;
const readable = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2030\u0020-\u007e\s·×]/g;
// Frequent enough that every Chinese text of a page has them, and a text in the wrong encoding has not.
const frequent = /[的一是在了和有人中大为不上民党，。、：“”]/g;
const plausible = 0.93;

/** About 1 for Chinese text in its own encoding; below 0.9 for anything else. */
function scoreOf(encoding: Encoding, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1));
  if (text.length === 0) return 0;
  return share(text, readable) * 0.9 + Math.min(1, share(text, frequent) * 20) * 0.1;
}

function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length;
}
