import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** What a command works with. Results go to `print`, one call a line; logs go to `log`. */
interface CommandContext {
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

/**
 * Parses a command's arguments; an unknown option, a missing or empty value, and more arguments than `positionals` (any
 * number without it) are a UsageError that shows `usage`.
 */
export function parseCommandLine<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  { usage, positionals = Number.POSITIVE_INFINITY }: { usage: string; positionals?: number },
) {
  const parsed = parseStrictly(args, options, usage);
  const empty = parsed.tokens.find(
    (token) => token.kind === 'option' && token.value?.trim() === '',
  );
  if (empty?.kind === 'option') {
    throw new UsageError(
      `选项 ${empty.rawName} 后面是空的，请写上内容，或者不用它，用法：${usage}`,
    );
  }
  const surplus = parsed.positionals[positionals];
  if (surplus !== undefined) throw new UsageError(`多了“${surplus}”，用法：${usage}`);
  return parsed;
}

function parseStrictly<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
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
