import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../corpus/parse-json.ts';
import { UsageError } from './command.ts';

const id = z.string();
const question = z.string();
const nothing = z.null().optional();
const lineSchema = z.union([
  z
    .object({ id, question, turns: nothing })
    .transform(({ id: named, question: asked }) => ({ id: named, turns: [asked] })),
  z.object({ id, question: nothing, turns: z.array(question).min(1) }),
]);

/** One line of a batch: a question, or the turns of a conversation in order. */
export type BatchLine = Readonly<{ id: string; turns: readonly string[] }>;

/**
 * Reads a batch file: JSON lines `{"id","question"}` or `{"id","turns":[…]}`; blank lines are skipped.
 * @throws UsageError that names the file, and the line where one is wrong.
 */
export function readBatch(file: string): Promise<readonly BatchLine[]> {
  return readJsonLines(file, lineSchema);
}

/**
 * Reads a file of JSON lines, each an `id` with a question or turns and whatever else the schema asks for.
 * @throws UsageError that names the file, and the line where one is wrong.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  const lines = (await readText(file)).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const place = `${file} 第 ${index + 1} 行`;
    throw new UsageError(
      `${place}应是一行 JSON：{"id":"…","question":"…"} 或 {"id":"…","turns":["…"]}，question 和 turns 只写一个，请改正后再运行。`,
    );
  });
}

async function readText(file: string): Promise<string> {
  try {
    // Some editors put a byte order mark in front.
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (cause) {
    throw new UsageError(`读不了文件 ${file}，请检查路径和权限。`, { cause });
  }
}
