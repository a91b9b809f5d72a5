import { openApp } from '../app.ts';
import type { RankedArticles } from '../retrieval/retrieval.ts';
import { readBatch } from './batch.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';

const usage = 'search 问题 --json，search --batch 文件 --json  只检索：最多 20 篇文章和得分';

const options = {
  batch: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const search: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, usage);
    const question = positionals.join(' ');
    if ((values.batch === undefined) === (question.trim() === '')) {
      throw new UsageError(`要么给一个问题，要么用 --batch 给一个文件，用法：${usage}`);
    }
    const batch =
      values.batch === undefined
        ? [{ id: 'question', turns: [question] }]
        : await readBatch(values.batch);
    await using app = await openApp(config, log);
    await app.refreshIndex();
    for (const { id, turns } of batch) {
      const result = await app.retrieval.rankArticles(turns.at(-1) ?? '');
      print(values.json ? JSON.stringify({ id, ...result }) : describe(result));
    }
    return 0;
  },
};

function describe({ abstention, ranked }: RankedArticles): string {
  const lines = ranked.map(({ articleId, score }) => `${score.toFixed(3)}  ${articleId}`);
  return [`可答程度 ${abstention.toFixed(3)}`, ...lines].join('\n');
}
