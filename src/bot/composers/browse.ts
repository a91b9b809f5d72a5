import { Composer, type Context } from 'grammy';
import { makePracticeCard } from '../../answering/extracts/practice-card.ts';
import type { Article } from '../../corpus/article.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { placeOf } from '../place-of.ts';
import { renderArticle } from '../render/article.ts';
import { type HeadingCount, renderHeadings, renderTitles } from '../render/browse.ts';
import { type BrowsedBy, type BrowsePage, keyOf, type ReadPage } from '../render/button-steps.ts';
import { numberCards, renderComparison } from '../render/compare.ts';
import type { Message } from '../render/message.ts';
import { renderPassages } from '../render/passage.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { onButton } from './on-button.ts';

const commands = { theme: 'themes', 'org-type': 'orgs' } as const;
const gone = '这篇文章已经不在资料库里了。';

/** /themes and /orgs: the corpus by its headings, then titles, then the article. */
export function browseComposer(dependencies: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  for (const by of ['theme', 'org-type'] as const) {
    composer.command(commands[by], async (ctx) => {
      const place = placeOf(ctx);
      if (place === undefined) return;
      const first = { by, key: '', page: 1, readerId: place.readerId };
      await sendMessages(ctx, [await renderPage(first, dependencies)]);
    });
  }
  onButton(composer, 'browse', async (ctx, { does: _, ...at }) => {
    if (!(await isOwn(ctx, at.readerId, commands[at.by]))) return;
    const message = await renderPage(at, dependencies);
    await answerPress(ctx);
    await replaceMessage(ctx, message);
  });
  onButton(composer, 'read-article', async (ctx, at) => {
    const message = await openArticle(ctx, at, dependencies);
    if (message !== undefined) await sendMessages(ctx, [message]);
  });
  onButton(composer, 'turn-read', async (ctx, at) => {
    const message = await openArticle(ctx, at, dependencies);
    if (message !== undefined) await replaceMessage(ctx, message);
  });
  onButton(composer, 'read-card', async (ctx, { does: _, ...at }) => {
    const article = await findArticle(ctx, at, dependencies);
    if (article === undefined) return;
    const toPassages = () => ({ ...at, does: 'read-card-passages' }) as const;
    await sendMessages(ctx, [renderComparison([makePracticeCard(article)], toPassages)]);
  });
  onButton(composer, 'read-card-passages', async (ctx, { does: _, ...at }) => {
    const article = await findArticle(ctx, at, dependencies);
    const numbered = article && numberCards([makePracticeCard(article)])[0];
    const [first, ...others] = numbered?.citations ?? [];
    if (first === undefined) return;
    const open = { ...at, does: 'read-article' } as const;
    await sendMessages(ctx, renderPassages({ citations: [first, ...others], article, open }));
  });
  return composer;
}

async function isOwn(ctx: Context, readerId: number, command = 'themes'): Promise<boolean> {
  // An anonymous admin's catalogue is everybody's.
  if (readerId === 0 || readerId === ctx.from?.id) return true;
  await answerPress(ctx, `这是另一位读者打开的目录。想看的话，请自己发 /${command}。`);
  return false;
}

/** The titles below a heading; all headings when it is none, or not there any more. */
async function renderPage(at: BrowsePage, { listArticles }: BotDependencies): Promise<Message> {
  const articles = await listArticles();
  const headings = countHeadings(articles, at.by);
  const heading = headings.find(({ name }) => keyOf(name) === at.key);
  if (heading === undefined) {
    return renderHeadings({ ...at, key: '', headings, articles: articles.length });
  }
  const below = articles
    .filter((article) => headingsOf(article, at.by).includes(heading.name))
    .toSorted(newestFirst);
  return renderTitles({ ...at, name: heading.name, articles: below });
}

async function openArticle(
  ctx: Context,
  at: ReadPage,
  dependencies: BotDependencies,
): Promise<Message | undefined> {
  const article = await findArticle(ctx, at, dependencies);
  if (article === undefined) return undefined;
  const { key, page, readerId } = at;
  const turnTo = (to: number) => ({ does: 'turn-read', key, page: to, readerId }) as const;
  const card = { does: 'read-card', key, page: 1, readerId } as const;
  return renderArticle(article, { page, turnTo, card });
}

/** The article a button of the catalogue names; undefined when it is not for this reader or gone, which is then said. */
async function findArticle(
  ctx: Context,
  { key, readerId }: ReadPage,
  { listArticles }: BotDependencies,
): Promise<Article | undefined> {
  if (!(await isOwn(ctx, readerId))) return undefined;
  const article = (await listArticles()).find(({ id }) => keyOf(id) === key);
  await answerPress(ctx, article === undefined ? gone : undefined);
  return article;
}

function countHeadings(articles: readonly Article[], by: BrowsedBy): readonly HeadingCount[] {
  const names = articles.flatMap((article) => [...new Set(headingsOf(article, by))]);
  const counts = Map.groupBy(names, (name) => name);
  return [...counts]
    .map(([name, all]) => ({ name, articles: all.length }))
    .toSorted((a, b) => b.articles - a.articles || a.name.localeCompare(b.name, 'zh'));
}

function headingsOf({ themes, orgTypes }: Article, by: BrowsedBy): readonly string[] {
  return by === 'theme' ? themes : orgTypes;
}

function newestFirst(a: Article, b: Article): number {
  const dates = (b.source.date ?? '').localeCompare(a.source.date ?? '');
  return dates !== 0 ? dates : a.id.localeCompare(b.id);
}
