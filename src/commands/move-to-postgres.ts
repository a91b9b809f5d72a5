import { resolve } from 'node:path';
import { stateFile } from '../app.ts';
import { moveToPostgres } from '../exchange/state/back-up-state.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage = 'move-to-postgres [备份文件]    把记下的一切搬进 DATABASE_URL 指的空库；先停下机器人';

export const moveStateToPostgres: Command = {
  usage,
  async run(args, { config, print }) {
    const { positionals } = parseCommandLine(args, {}, { usage, positionals: 1 });
    const [file] = positionals;
    if (config.databaseUrl === undefined) {
      throw new UsageError('没有设 DATABASE_URL，不知道搬到哪里去；请设好后再运行。');
    }
    const from = file === undefined ? stateFile(config) : resolve(file);
    const rows = await moveToPostgres(from, config.databaseUrl);
    print(`已搬好 ${rows} 行。带着 DATABASE_URL 启动即可；原来的文件没有动：${from}`);
    return 0;
  },
};
