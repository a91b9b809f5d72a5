import { openApp } from '../app.ts';
import { renderDigest } from '../bot/render/digest.ts';
import { stripHtml } from '../bot/render/html.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage = 'digest --preview [--themes 甲,乙]  看看今天的每日一读会送什么';

const options = {
  preview: { type: 'boolean', default: false },
  themes: { type: 'string', default: '' },
} as const;

export const digest: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, usage);
    if (!values.preview || positionals.length > 0) throw new UsageError(`用法：${usage}`);
    const themes = values.themes.split(/[,，、]/).filter((name) => name.trim() !== '');
    await using app = await openApp(config, log);
    await app.refreshIndex();
    const content = await app.sampleDigest(themes.map((name) => name.trim()));
    if (content === undefined) {
      print('没有可以送的文章：资料库是空的，或者没有这些主题。');
      return 0;
    }
    print(stripHtml(renderDigest({ contentId: 'preview', content }).html));
    return 0;
  },
};
