import { basename, extname } from 'node:path';
import { z } from 'zod';
import { openApp } from '../app.ts';
import { adviceFor } from '../corpus/unread-kinds.ts';
import type { IngestReport } from '../retrieval/index/ingest-articles.ts';
import { type Command, parseCommandLine, UsageError } from './command.ts';
import { showProgress } from './progress.ts';

const usage =
  'ingest 路径… [--publication 报名 --date 年-月-日 --page 版] [--json]   把文件里的文章收进索引';

const options = {
  publication: { type: 'string' },
  date: { type: 'string' },
  page: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Exit code 1 when a file, or a line of one, could not be taken in; the rest is. */
export const ingest: Command = {
  usage,
  async run(args, { config, log, print }) {
    const { values, positionals } = parseCommandLine(args, options, { usage });
    if (positionals.length === 0) throw new UsageError(`没有说要收哪些文件，用法：${usage}`);
    const { publication, date, page } = values;
    if (date !== undefined && !z.iso.date().safeParse(date).success) {
      throw new UsageError(`日期“${date}”看不懂，应写成 2023-05-04 的样子。`);
    }
    const source = {
      ...(publication === undefined ? {} : { publication }),
      ...(date === undefined ? {} : { date }),
      ...(page === undefined ? {} : { page: readPage(page) }),
    };
    await using app = await openApp(config, log);
    using progress = showProgress(log);
    const report = await app.ingest(positionals, { source, onProgress: progress.show });
    progress[Symbol.dispose]();
    for (const line of values.json ? [JSON.stringify(report)] : describe(report)) print(line);
    return report.problems.length > 0 ? 1 : 0;
  },
};

/** The number of a page as papers print it: 3, 03, A05, 2-3; 第3版 is the same as 3. */
function readPage(written: string): string {
  const plain = written.normalize('NFKC').trim();
  const page = /^第?([a-z]?0*[1-9]\d{0,2}(?:[-、][a-z]?0*[1-9]\d{0,2})?)版?$/iu.exec(plain)?.[1];
  if (page === undefined) throw new UsageError(`版面“${written}”看不懂，应写成 3、A05 的样子。`);
  return page;
}

function describe({ files, articles, problems, skipped }: IngestReport): readonly string[] {
  const { added, updated, removed, unchanged } = articles;
  return [
    `${files} 个文件：新增 ${added} 篇，更新 ${updated} 篇，移除 ${removed} 篇，未变 ${unchanged} 篇。`,
    ...problems.map(({ file, line, reason }) =>
      line === null ? `有问题：${file}：${reason}` : `有问题：${file} 第 ${line} 行：${reason}`,
    ),
    ...tellSkipped(skipped),
  ];
}

/** One line a kind. They are no failure: the folder may well hold them for other purposes. */
function tellSkipped(skipped: readonly string[]): readonly string[] {
  const kinds = Map.groupBy(skipped, (file) => extname(file).toLowerCase());
  return Array.from(kinds, ([kind, files]) => {
    const name = basename(files[0] ?? '');
    const which = files.length === 1 ? name : `${name} 等 ${files.length} 个文件`;
    return `没有收：${which}。${adviceFor(kind)}。`;
  });
}
