import type { Logger } from 'pino';
import { ask } from './commands/ask.ts';
import { backup } from './commands/backup.ts';
import { type Command, UsageError } from './commands/command.ts';
import { digest } from './commands/digest.ts';
import { evaluate } from './commands/evaluate.ts';
import { ingest } from './commands/ingest.ts';
import { moveStateToPostgres } from './commands/move-to-postgres.ts';
import { parse } from './commands/parse.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { type Config, readConfig } from './config.ts';
import { ConfigurationError } from './configuration-error.ts';
import { openLog } from './log.ts';

const commands: Readonly<Record<string, Command>> = {
  serve,
  parse,
  ingest,
  ask,
  search,
  evaluate,
  digest,
  backup,
  'move-to-postgres': moveStateToPostgres,
};

// What is kept here is nobody else's on this machine: questions, and the web chat's token.
process.umask(0o077);
const exitCode = await main(process.argv.slice(2));
// A connection that hangs somewhere must not keep a command alive that has ended.
process.stdout.write('', () => process.exit(exitCode));

/** Exit code: 0 done · 1 failed · 2 wrong use or configuration. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    console.log(helpText());
    return name === '' ? 2 : 0;
  }
  const opened = openSurroundings();
  if (opened === undefined) return 2;
  try {
    return await runCommand(name, args, opened);
  } catch (error) {
    const isWrongUse = error instanceof UsageError || error instanceof ConfigurationError;
    tell(opened.log, error, isWrongUse ? undefined : error);
    return isWrongUse ? 2 : 1;
  }
}

interface Surroundings {
  readonly config: Config;
  readonly log: Logger;
}

async function runCommand(
  name: string,
  args: readonly string[],
  { config, log }: Surroundings,
): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`没有“${name}”这个命令，用 help 看全部命令。`);
  const print = (line: string) => console.log(line);
  if (!args.includes('--help')) return command.run(args, { config, log, print });
  print(command.usage);
  return 0;
}

function openSurroundings(): Surroundings | undefined {
  try {
    const config = readConfig();
    const { telegram, model } = config;
    const secrets = [telegram?.token, telegram?.webhook?.secret, model.apiKey, config.databaseUrl];
    return {
      config,
      log: openLog({ level: config.logLevel, secrets: [...secrets, config.httpsProxy] }),
    };
  } catch (error) {
    tell(openLog({ level: 'info' }), error);
    return undefined;
  }
}

/** Says what went wrong, however silent the log is. */
function tell(log: Logger, error: unknown, detail?: unknown): void {
  const sentence = plainSentence(error);
  if (log.level === 'silent') console.error(sentence);
  else if (detail === undefined) log.fatal(sentence);
  else log.fatal({ err: detail }, sentence);
}

/** Our own errors say in Chinese what is wrong and what to do; all others are faults of the program. */
function plainSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/\p{Script=Han}/u.test(message)) return message;
  return `程序出错（${message}），请用 LOG_LEVEL=debug 再运行一次，把日志发给维护者。`;
}

function helpText(): string {
  const lines = Object.values(commands).map(({ usage }) => `  ${usage}`);
  return ['用法：npm run -s chazuo -- 命令 …', ...lines].join('\n');
}
