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

const regions =
  /^(?:[^市]{1,6}?市)?(?:[^区县旗]{1,6}?[区县旗])?(?:[^道镇乡]{1,8}?(?:街道|镇|乡)(?=.{3}))?/u;
const shortestName = 3;
// Shorter names are shown as they are.
const knownLength = 12;

/** 回民区滨河街街道西茶坊社区 is known as 西茶坊社区: the regions before it only fill the button. */
export function shortName(organisation: string): string {
  if (organisation.length <= knownLength) return organisation;
  const short = organisation.replace(regions, '');
  return short.length >= shortestName ? short : organisation;
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
