import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { normalize } from './embedder.ts';

interface WordVectorFiles {
  /** Lines `word<TAB>count`, by falling count; `0` stands for any number. */
  readonly words: string;
  /** For the word on line i, bytes 128·i to 128·i+127, signed; each row at a scale of its own. */
  readonly vectors: string;
}

/** Static word vectors: what words stand near one another in print. */
export interface WordVectors {
  /** Of the vectors' bytes. */
  readonly hash: string;
  readonly dimension: number;
  /** Of length 1; undefined for a word that has none. */
  vectorOf(word: string): Float32Array | undefined;
  /** What share of all words of print it makes up; 0 for a word that has no vector. */
  shareOf(word: string): number;
  wordShares(): Iterable<readonly [word: string, share: number]>;
  /** Adds the word's vector to a sum, less the more frequent the word is (SIF, see static-embedder.ts). */
  addWeighted(word: string, sum: Float32Array): void;
}

const dimension = 128;
// Words in the text the vectors were made from, and the smoothing constant of Arora et al. 2017 (SIF).
const wordsCounted = 23_600_000;
const smoothing = 0.001;

/** Throws when the two files do not belong together. */
export async function openWordVectors(files: WordVectorFiles): Promise<WordVectors> {
  const [tsv, bytes] = await Promise.all([readFile(files.words, 'utf8'), readFile(files.vectors)]);
  return joinVectors(files, { tsv, bytes });
}

/** The same where nothing can be waited for. */
export function readWordVectors(files: WordVectorFiles): WordVectors {
  const [tsv, bytes] = [readFileSync(files.words, 'utf8'), readFileSync(files.vectors)];
  return joinVectors(files, { tsv, bytes });
}

function joinVectors(
  files: WordVectorFiles,
  { tsv, bytes }: { readonly tsv: string; readonly bytes: Buffer },
): WordVectors {
  const { lines, weights } = readWords(tsv);
  if (bytes.length !== lines.size * dimension) {
    throw new Error(
      `${files.vectors} 有 ${bytes.length} 字节，与 ${files.words} 不配套（应为 ${lines.size * dimension}）：请从代码仓库恢复这两个文件。`,
    );
  }
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const lineOf = (word: string) => lines.get(/^\p{N}/u.test(word) ? '0' : word);
  const rowOf = (line: number) => vectors.subarray(line * dimension, (line + 1) * dimension);
  const shareAt = (line: number) => {
    const weight = weights[line] ?? 1;
    return (smoothing * (1 - weight)) / weight;
  };
  return {
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    dimension,
    vectorOf(word) {
      const line = lineOf(word);
      return line === undefined ? undefined : normalize(Float32Array.from(rowOf(line)));
    },
    shareOf(word) {
      const line = lineOf(word);
      return line === undefined ? 0 : shareAt(line);
    },
    *wordShares() {
      for (const [word, line] of lines) yield [word, shareAt(line)];
    },
    addWeighted(word, sum) {
      const line = lineOf(word);
      if (line === undefined) return;
      const row = rowOf(line);
      const scale = (weights[line] ?? 0) / Math.max(Math.hypot(...row), 1);
      for (let at = 0; at < dimension; at += 1) sum[at] = (sum[at] ?? 0) + scale * (row[at] ?? 0);
    },
  };
}

function readWords(tsv: string): { lines: ReadonlyMap<string, number>; weights: Float32Array } {
  const rows = tsv.trimEnd().split('\n');
  const weights = new Float32Array(rows.length);
  const lines = new Map<string, number>();
  for (const [line, row] of rows.entries()) {
    const tab = row.indexOf('\t');
    const share = Number(row.slice(tab + 1)) / wordsCounted;
    weights[line] = smoothing / (smoothing + share);
    lines.set(row.slice(0, tab), line);
  }
  return { lines, weights };
}
