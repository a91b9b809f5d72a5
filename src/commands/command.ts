import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** What a command works with. Results go to `print`, one call a line; logs go to `log`. */
export interface CommandContext {
  readonly config: Config;
  readonly log: Logger;
  readonly print: (line: string) => void;
}

/** A command of the command line. `run` answers with the exit code: 0 done, 1 failed. */
export interface Command {
  /** One line: arguments and purpose. */
  readonly usage: string;
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
}

/** The command was called wrongly: exit code 2. The message is one Chinese sentence with the remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses a command's arguments; an unknown option or a missing value is a UsageError that shows `usage`. */
export function parseCommandLine<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(`${explain(cause)}，用法：${usage}`, { cause });
  }
}

/** Node names the option in quotation marks in its English sentence. */
function explain(cause: unknown): string {
  const { message, code } = z.object({ message: z.string(), code: z.string() }).parse(cause);
  const option = /'([^' ]+)/.exec(message)?.[1] ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? `不认识选项 ${option}`
    : `选项 ${option} 后面的值不对`;
}
