import { type App, openApp } from '../app.ts';
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
    const { values } = parseCommandLine(args, options, { usage, positionals: 0 });
    if (!values.preview) throw new UsageError(`用法：${usage}`);
    const named = values.themes.split(/[,，、]/).map((name) => name.trim());
    const themes = named.filter((name) => name !== '');
    await using app = await openApp(config, log);
    await app.refreshIndex();
    await checkThemes(themes, app);
    const content = await app.sampleDigest(themes);
    if (content === undefined) {
      print('没有可以送的文章：资料库是空的，或者还没有这些主题的文章。');
      return 0;
    }
    print(stripHtml(renderDigest({ contentId: 'preview', content, isSubscribed: true }).html));
    return 0;
  },
};

/** Known are the themes of the vocabulary and those that articles state. */
async function checkThemes(
  themes: readonly string[],
  { vocabulary, retrieval }: App,
): Promise<void> {
  if (themes.length === 0) return;
  const articles = await retrieval.listArticles();
  const names = vocabulary.themes.map(({ name }) => name);
  const known = new Set([...names, ...articles.flatMap((article) => article.themes)]);
  const unknown = themes.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new UsageError(
    `没有“${unknown.join('、')}”这个主题，可以选的有：${[...known].join('、')}。`,
  );
}
