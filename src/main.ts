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

process.exitCode = await main(process.argv.slice(2));

/** Exit code: 0 done · 1 failed · 2 wrong use or configuration. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    console.log(helpText());
    return name === '' ? 2 : 0;
  }
  const opened = openSurroundings();
  if (opened === undefined) return 2;
  const { config, log } = opened;
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageError(`没有“${name}”这个命令，用 help 看全部命令。`);
    if (args.includes('--help')) {
      console.log(command.usage);
      return 0;
    }
    return await command.run(args, { config, log, print: (line) => console.log(line) });
  } catch (error) {
    if (error instanceof UsageError) {
      log.fatal(error.message);
      return 2;
    }
    log.fatal({ err: error }, plainSentence(error));
    return 1;
  }
}

function openSurroundings(): { readonly config: Config; readonly log: Logger } | undefined {
  try {
    const config = readConfig();
    const { telegram, model } = config;
    const secrets = [telegram?.token, telegram?.webhook?.secret, model.apiKey, config.databaseUrl];
    return {
      config,
      log: openLog({ level: config.logLevel, secrets: [...secrets, config.httpsProxy] }),
    };
  } catch (error) {
    openLog({ level: 'info' }).fatal(plainSentence(error));
    return undefined;
  }
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
