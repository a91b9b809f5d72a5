import { resolve } from 'node:path';
import { statePlace } from '../app.ts';
import { backUpState } from '../exchange/state/back-up-state.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage = 'backup 文件                    把记下的一切备份成一个文件，机器人不用停';

export const backup: Command = {
  usage,
  async run(args, { config, print }) {
    const { positionals } = parseCommandLine(args, {}, { usage, positionals: 1 });
    const [file] = positionals;
    if (file === undefined) throw new UsageError(`用法：${usage}`);
    await backUpState(statePlace(config), resolve(file));
    print(`已备份到 ${resolve(file)}`);
    return 0;
  },
};
