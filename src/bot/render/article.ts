import type { Article } from '../../corpus/article.ts';
import { type Block, bold, italic, line, paragraph } from './block.ts';
import type { ButtonData } from './button-data.ts';
import { toHtml } from './html.ts';
import { button, type Keyboard, type Message } from './message.ts';
import { describeSource, titleOf } from './source.ts';
import { splitMessage, unitsAllowed } from './split-message.ts';

// Room for the line that counts the pages.
const unitsPerPage = unitsAllowed - 40;

interface ArticleView {
  /** From 1. */
  readonly page: number;
  /** What the button to another page does. */
  readonly turnTo: (page: number) => ButtonData;
  /** What the button to the article's practice card does; without it there is none. */
  readonly card?: ButtonData;
}

/** One page of a whole article; a page beyond the last shows the last. */
export function renderArticle(article: Article, view: ArticleView): Message {
  const pages = splitMessage([...headBlocks(article), ...bodyBlocks(article)], unitsPerPage);
  const page = Math.min(view.page, pages.length);
  const blocks = pages[page - 1] ?? [];
  const below = view.card === undefined ? [] : [[button('做法卡片', view.card)]];
  if (pages.length === 1) return { html: toHtml(blocks), keyboard: below };
  const count = paragraph(italic(`第 ${page} 页，共 ${pages.length} 页`));
  return {
    html: toHtml([...blocks, count]),
    keyboard: [...pageKeyboard({ ...view, page }, pages.length), ...below],
  };
}

function headBlocks(article: Article): readonly Block[] {
  const { kicker, title, subtitle, organisations } = article;
  const organisation = organisations[0] ?? null;
  return [
    ...(kicker === null ? [] : [paragraph(kicker)]),
    kicker === null ? paragraph(bold(titleOf(title))) : line(bold(titleOf(title))),
    ...(subtitle === null ? [] : [line(subtitle)]),
    line(describeSource({ ...article, organisation })),
    ...creditLines(article),
  ];
}

function creditLines({ reporters, correspondents, photographers }: Article): readonly Block[] {
  const credits = [
    ['记者', reporters],
    ['通讯员', correspondents],
    ['摄影', photographers],
  ] as const;
  const named = credits.filter(([, names]) => names.length > 0);
  if (named.length === 0) return [];
  return [line(named.map(([role, names]) => `${role} ${names.join(' ')}`).join(' · '))];
}

function bodyBlocks({ body, complete, gaps }: Article): readonly Block[] {
  const paragraphs = body.split('\n').filter((text) => text.trim() !== '');
  const missing = gaps.length === 0 ? '原文不完整。' : `原文不完整：${gaps.join('；')}`;
  const isWhole = complete && gaps.length === 0;
  return [
    ...paragraphs.map((text) => paragraph(text)),
    ...(isWhole ? [] : [paragraph(italic(missing))]),
  ];
}

function pageKeyboard(at: ArticleView, pages: number): Keyboard {
  const turn = (label: string, page: number) => button(label, at.turnTo(page));
  return [
    [
      ...(at.page > 1 ? [turn('‹ 上一页', at.page - 1)] : []),
      ...(at.page < pages ? [turn('下一页 ›', at.page + 1)] : []),
    ],
  ];
}
