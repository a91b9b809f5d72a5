import type { FoundArticle, LookedAt, TakenIn } from '../page-desk.ts';
import { type Block, bold, line, paragraph } from './block.ts';
import { button, type Keyboard, type Message, renderMessages } from './message.ts';

/** What was found on a page, with the buttons to take it in or put it away. */
export function renderLookedAt(page: LookedAt): readonly Message[] {
  const { articles, problems, file, pageId } = page;
  if (articles.length === 0) {
    const reasons = problems.length > 0 ? problems : ['里面没有找到文章。'];
    return renderMessages([
      paragraph(bold(`《${file}》没有读成`)),
      ...reasons.map((each) => line(each)),
    ]);
  }
  const known = articles.filter((article) => article.known).length;
  const blocks: readonly Block[] = [
    paragraph(bold(`《${file}》里有 ${articles.length} 篇`)),
    ...articles.map((article, index) => line(`${index + 1}. ${describe(article)}`)),
    ...problems.map((each) => line(`注意：${each}`)),
    ...(known > 0 ? [paragraph(`其中 ${known} 篇资料库里已经有了，不会重复。`)] : []),
    paragraph('要收进资料库吗？收进去以后，大家马上就能问到。'),
  ];
  const keyboard: Keyboard = [
    [button('入库', { does: 'take-page', pageId }), button('放弃', { does: 'drop-page', pageId })],
  ];
  return renderMessages(blocks, keyboard);
}

function describe({ title, opening, complete, known }: FoundArticle): string {
  const marks = [complete ? '' : '不完整', known ? '已有' : ''].filter((mark) => mark !== '');
  const name = title ?? `（无题）${opening}…`;
  return marks.length === 0 ? name : `${name}（${marks.join('，')}）`;
}

export function renderTakenIn({
  added,
  updated,
  unchanged,
  problems,
}: TakenIn): readonly Message[] {
  const counts = [
    added > 0 ? `新增 ${added} 篇` : '',
    updated > 0 ? `更新 ${updated} 篇` : '',
    unchanged > 0 ? `原来就有 ${unchanged} 篇` : '',
  ].filter((count) => count !== '');
  return renderMessages([
    paragraph(headOf({ counts, isChanged: added + updated > 0 })),
    ...problems.map((each) => line(`注意：${each}`)),
  ]);
}

function headOf({ counts, isChanged }: { counts: readonly string[]; isChanged: boolean }): string {
  if (isChanged) return `已入库：${counts.join('，')}。现在就可以问了。`;
  if (counts.length === 0) return '没有文章收进资料库。';
  return `资料库没有变：${counts.join('，')}，现在就可以问。`;
}
