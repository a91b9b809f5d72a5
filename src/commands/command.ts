import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Logger } from 'pino';
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
    const detail = cause instanceof Error ? cause.message.split('\n')[0] : '';
    throw new UsageError(`参数有误（${detail}），用法：${usage}`, { cause });
  }
}
