import { organisationOf } from '../../answering/organisation.ts';
import type { Article } from '../../corpus/article.ts';
import { type Block, bold, line, paragraph } from './block.ts';
import { type BrowsePage, keyOf } from './button-steps.ts';
import { inPairs, onPage, turnRow } from './choice-page.ts';
import { button, type Keyboard, type Message, renderMessages, shorten } from './message.ts';
import { shortName } from './source.ts';

const headingsPerPage = 16;
const titlesPerPage = 8;
const titleLength = 34;

const names = {
  theme: { what: '主题', several: '个主题' },
  'org-type': { what: '单位类型', several: '类单位' },
} as const;

/** A heading of the catalogue with how many articles stand below it. */
export interface HeadingCount {
  readonly name: string;
  readonly articles: number;
}

interface HeadingsView extends BrowsePage {
  readonly headings: readonly HeadingCount[];
  /** How many articles there are in all. */
  readonly articles: number;
}

/** All headings with their counts, the fullest first. */
export function renderHeadings({ headings, articles, ...at }: HeadingsView): Message {
  const { what, several } = names[at.by];
  if (headings.length === 0) return toMessage([paragraph('资料库里还没有文章。')], []);
  const page = onPage(headings, { page: at.page, size: headingsPerPage });
  const buttons = page.shown.map(({ name, articles: count }) =>
    button(`${shorten(name, titleLength)} ${count}`, {
      ...at,
      does: 'browse',
      key: keyOf(name),
      page: 1,
    }),
  );
  const blocks = [
    paragraph(bold(`按${what}看`)),
    line(`共 ${articles} 篇文章，${headings.length} ${several}。点一个，看有哪些文章。`),
  ];
  const turns = turnRow(page, (to) => ({ ...at, does: 'browse', page: to }));
  return toMessage(blocks, [...inPairs(buttons), ...turns]);
}

interface TitlesView extends BrowsePage {
  readonly name: string;
  readonly articles: readonly Article[];
}

/** The titles below a heading; each button opens its article. */
export function renderTitles({ name, articles, ...at }: TitlesView): Message {
  const page = onPage(articles, { page: at.page, size: titlesPerPage });
  const { readerId } = at;
  const buttons = page.shown.map((article) => [
    button(shorten(describe(article), titleLength), {
      does: 'read-article',
      key: keyOf(article.id),
      page: 1,
      readerId,
    }),
  ]);
  const turns = turnRow(page, (to) => ({ ...at, does: 'browse', page: to }));
  const back = button(`‹ 全部${names[at.by].what}`, { ...at, does: 'browse', key: '', page: 1 });
  const blocks = [paragraph(bold(name)), line(`${articles.length} 篇，点标题看全文。`)];
  return toMessage(blocks, [...buttons, ...turns, [back]]);
}

function describe(article: Article): string {
  const organisation = organisationOf(article);
  const short = organisation === null ? null : shortName(organisation);
  const parts = [article.title, short].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : article.body;
}

function toMessage(blocks: readonly Block[], keyboard: Keyboard): Message {
  const [message] = renderMessages(blocks);
  return { html: message?.html ?? '', keyboard };
}
