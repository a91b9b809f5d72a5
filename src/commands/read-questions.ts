import { type BatchLine, readBatch } from './batch.ts';
import { parseCommandLine, UsageError } from './command.ts';

const options = {
  batch: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface GivenQuestions {
  readonly json: boolean;
  /** One question of the command line, or a file of them. */
  readonly from: 'line' | 'file';
  readonly questions: readonly BatchLine[];
}

/**
 * Reads the arguments of a command that takes a question or, by `--batch`, a file of them.
 * @throws UsageError for both or neither, and for a file that can not be read.
 */
export async function readQuestions(
  args: readonly string[],
  usage: string,
): Promise<GivenQuestions> {
  const { values, positionals } = parseCommandLine(args, options, { usage });
  const { batch, json } = values;
  const question = positionals.join(' ');
  if ((batch === undefined) === (question.trim() === '')) {
    throw new UsageError(`要么给一个问题，要么用 --batch 给一个文件，用法：${usage}`);
  }
  if (batch !== undefined) return { json, from: 'file', questions: await readBatch(batch) };
  return { json, from: 'line', questions: [{ id: 'question', turns: [question] }] };
}
