import { type Article, articleSchema } from '../article.ts';
import type { TextContext } from '../article-record.ts';
import { findDefects } from './find-defects.ts';
import type { People } from './lines/bylines.ts';
import { type Segment, type SegmentParagraph, textOf } from './segments/segment.ts';
import type { PageItem } from './split-page.ts';

/** Makes articles of the items of a page. What the page does not say stays empty. */
export function buildArticles(
  items: readonly PageItem[],
  { file, source, idAt }: TextContext,
): readonly Article[] {
  const resolve = resolveUnlabelled(items.map(({ segment }) => segment));
  return items.map((item) => {
    const { segment, headline } = item;
    const { reporters, correspondents, photographers } = resolve(segment);
    const gaps = [...new Set(segment.gaps)];
    return articleSchema.parse({
      id: idAt(firstLineOf(segment)),
      kind: kindOf(item),
      column: segment.column,
      kicker: headline?.kicker ?? null,
      title: headline?.title ?? null,
      subtitle: headline?.subtitle ?? null,
      reporters,
      correspondents,
      photographers,
      body: textOf(segment),
      defects: findDefects(textOf(segment)),
      complete: gaps.length === 0,
      gaps,
      source: { file, ...source },
    });
  });
}

/** The first line of an item's body, counted from 1. */
function firstLineOf({ paragraphs }: Segment): number {
  return Math.min(...paragraphs.flatMap(({ lines }) => lines.map(({ number }) => number)));
}

/**
 * A bare name is a reporter's when the page calls the same person 记者, and a correspondent's when the
 * others who sign in the same way are called 记者; where nobody is, it is a reporter's.
 */
function resolveUnlabelled(segments: readonly Segment[]): (segment: Segment) => People {
  const reporters = new Set(segments.flatMap(({ people }) => people.reporters));
  const labelledStarts = new Set(
    segments.filter(({ people }) => people.reporters.length > 0).map(({ starts }) => starts),
  );
  return ({ people, starts }) => {
    const isReporter = (name: string) => reporters.has(name) || !labelledStarts.has(starts);
    const own = people.unlabelled.filter((name) => isReporter(name));
    return {
      ...people,
      reporters: [...people.reporters, ...own.filter((name) => !people.reporters.includes(name))],
      correspondents: [
        ...people.correspondents,
        ...people.unlabelled.filter((name) => !isReporter(name)),
      ],
    };
  };
}

const commentary =
  /观潮|评论|时评|快评|短评|言论|论坛|漫谈|杂谈|随笔|观点|之声|声音|声评|锐评|微评|我见|者说/u;
const study =
  /学习问答|每周一学|每日一学|微课堂|小课堂|知识|课堂|应知应会|问答|学思践悟|学习园地|学习角/u;
const briefColumn = /简讯|短讯|快讯|短波|简报|速览|速递|集装箱|集锦|一句话|短新闻|动态|点击|拾零/u;
const shortBody = 260;

function kindOf({ segment, headline }: PageItem): Article['kind'] {
  const { starts, column, paragraphs } = segment;
  if (starts === 'caption') return 'photo-caption';
  if (starts === 'note') return 'editor-note';
  const name = `${column ?? ''} ${headline?.kicker ?? ''}`;
  if (study.test(name) || (starts === 'mark' && isPointList(paragraphs))) return 'study-note';
  if (starts === 'mark') return 'brief';
  if (commentary.test(name)) return 'commentary';
  const mayBeBrief = headline === null || briefColumn.test(name);
  return mayBeBrief && isShort(segment) ? 'brief' : 'article';
}

function isShort(segment: Segment): boolean {
  return segment.paragraphs.length === 1 && textOf(segment).length <= shortBody;
}

function isPointList(paragraphs: readonly SegmentParagraph[]): boolean {
  return paragraphs.filter(({ begins }) => begins === 'marked').length > 1;
}
