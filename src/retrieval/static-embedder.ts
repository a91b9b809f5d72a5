import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Embedder, normalize } from './embedder.ts';
import { segmentWords } from './tokenize.ts';

export interface WordVectorFiles {
  /** Lines `word<TAB>count`, by falling count; `0` stands for any number. */
  readonly words: string;
  /** For the word on line i, bytes 128·i to 128·i+127, signed; each row at a scale of its own. */
  readonly vectors: string;
}

const dimension = 128;
// Words in the text the vectors were made from, and the smoothing constant of Arora et al. 2017 (SIF).
const wordsCounted = 23_600_000;
const smoothing = 0.001;

/**
 * Sentence vectors as frequency-weighted sums of word vectors (Arora, Liang, Ma: A simple but tough-to-beat baseline
 * for sentence embeddings, ICLR 2017). No network. Throws when the two files do not belong together.
 */
export async function openStaticEmbedder(files: WordVectorFiles): Promise<Embedder> {
  const [tsv, bytes] = await Promise.all([readFile(files.words, 'utf8'), readFile(files.vectors)]);
  const { lines, weights } = readWords(tsv);
  if (bytes.length !== lines.size * dimension) {
    throw new Error(
      `${files.vectors} 有 ${bytes.length} 字节，与 ${files.words} 不配套（应为 ${lines.size * dimension}）：请从代码仓库恢复这两个文件。`,
    );
  }
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    name: `static-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`,
    kind: 'static',
    batch: 1024,
    dimension: async () => dimension,
    embed: async (texts) => texts.map((text) => embedText(text, { lines, weights, vectors })),
  };
}

interface WordVectors {
  readonly lines: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
  readonly vectors: Int8Array;
}

function readWords(tsv: string): Omit<WordVectors, 'vectors'> {
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

function embedText(text: string, { lines, weights, vectors }: WordVectors): Float32Array {
  const sum = new Float32Array(dimension);
  for (const word of segmentWords(text)) {
    const line = lines.get(/^\p{N}/u.test(word) ? '0' : word);
    if (line === undefined) continue;
    const row = vectors.subarray(line * dimension, (line + 1) * dimension);
    const scale = (weights[line] ?? 0) / Math.max(Math.hypot(...row), 1);
    for (let at = 0; at < dimension; at += 1) sum[at] = (sum[at] ?? 0) + scale * (row[at] ?? 0);
  }
  return normalize(sum);
}
