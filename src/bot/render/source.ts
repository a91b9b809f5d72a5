import type { Article, Source } from '../../corpus/article.ts';

const textNames: Readonly<Record<Article['text'], string>> = {
  original: '原文',
  rewritten: '改写',
  contributed: '读者投稿',
};

interface Described {
  readonly organisation: string | null;
  readonly source: Source;
  readonly text: Article['text'];
}

/** `赛罕区大学东路街道 · 《某报》2024-03-05 第3版 · 改写`; nothing that nobody said. */
export function describeSource({ organisation, source, text }: Described): string {
  const printed = text === 'contributed' ? null : describePrinting(source);
  return [organisation, printed, textNames[text]].filter((part) => part !== null).join(' · ');
}

/** What is shown of a title that is not printed. */
export function titleOf(title: string | null): string {
  return title ?? '（原文无标题）';
}

function describePrinting({ publication, date, page }: Source): string {
  if (publication === null && date === null) return '刊期未注明';
  const name = publication === null ? '' : quoteTitle(publication);
  const place = page === null ? '' : ` 第${page.replace(/^第|版$/g, '')}版`;
  return `${name}${date ?? '刊期未注明'}${place}`;
}

function quoteTitle(name: string): string {
  return name.startsWith('《') ? name : `《${name}》`;
}
