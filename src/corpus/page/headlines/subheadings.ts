import { widthOf } from '../lines/page-lines.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import type { HeadingGroup } from './heading-group.ts';

/** A heading inside a running article, and what stands around it. */
export interface InnerHeading {
  readonly text: string;
  /** The article so far. */
  readonly before: string;
  /** The paragraphs up to the next heading. */
  readonly after: string;
  /** The article so far ends where a sentence ends. */
  readonly isFinished: boolean;
  readonly afterGap: boolean;
  /** A blank line before it and none behind it: it belongs to what follows. */
  readonly leadsOn: boolean;
  /** Paragraphs are not indented, so that it may be the first line of one. */
  readonly mayBeText: boolean;
  /** What follows is a table or a list. */
  readonly aboveRows: boolean;
  /** What follows is signed, or described as a picture. */
  readonly closesSigned: boolean;
  /** All other headings of the page without a kicker. */
  readonly others: readonly { readonly text: string; readonly mark: string }[];
  /** The mark before it, or the empty string. */
  readonly mark: string;
  /** A sub-heading of the article so far has the same mark. */
  readonly repeatsMark: boolean;
}

const enumerated =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、．.]|\d{1,2}[.、．]|[①-⑩]|第[一二三四五六七八九十][章节是部])/u;
// Words of a running sentence that headings do without.
const sentenceWords =
  /[还也已曾又]|便(?![民利捷携])|(?<![规守准细原法])则|均(?!衡)|并[将且]|正在|以及|因为|不仅/u;

/**
 * What a heading between two paragraphs of text is: a sub-heading, the headline of another article, or
 * the beginning of a paragraph that was broken off.
 */
export function judgeInnerHeading(
  heading: InnerHeading,
  similarity: TextSimilarity,
): 'subheading' | 'headline' | 'text' {
  if (startsSentence(heading)) return 'text';
  return scoreOf(heading) + cohesion(heading, similarity) > 0 ? 'subheading' : 'headline';
}

function startsSentence({
  text,
  others,
  mark,
  mayBeText,
  afterGap,
  isFinished,
  leadsOn,
}: InnerHeading): boolean {
  if (!mayBeText || afterGap) return false;
  const isStyled =
    mark !== '' ||
    isListed(text) ||
    /\S\s\S/.test(text) ||
    others.some((other) => areParallel(text, other.text));
  const goesOn = !isFinished && !leadsOn;
  // 秸秆离田也能赚钱 is a headline when it stands below a whole sentence and a blank line.
  const isApart = isFinished && leadsOn && !/[，,]/.test(text);
  return !isStyled && !isApart && (sentenceWords.test(text) || /[，,]/.test(text) || goesOn);
}

/** What speaks for a sub-heading, less what speaks for the headline of another article. */
function scoreOf(heading: InnerHeading): number {
  const { text, others } = heading;
  const points: readonly (readonly [boolean, number])[] = [
    [others.some((other) => areParallel(text, other.text)), 3],
    [others.some((other) => areBuiltAlike(text, other.text)), 1.5],
    [isListed(text), 2.5],
    [heading.mark !== '' && others.some(({ mark }) => mark === heading.mark), 1.5],
    [heading.repeatsMark, 1.5],
    [widthOf(text) <= 14, 1],
    [heading.closesSigned, -3],
    [heading.aboveRows, -3],
    [heading.afterGap, -1],
    [!heading.isFinished, -1],
  ];
  return points.reduce((sum, [holds, value]) => sum + (holds ? value : 0), -0.5);
}

/** 一、 … or … ： */
function isListed(text: string): boolean {
  return enumerated.test(text) || /[:：]$/.test(text);
}

/** A short line that reads like the beginning of a sentence: 学习既要加强，又 */
export function isBrokenText({ kicker, title }: HeadingGroup): boolean {
  return kicker === null && title !== null && readsOn(title);
}

export function readsOn(text: string): boolean {
  return /[，,]/.test(text) && sentenceWords.test(text);
}

/** About 2 when the text after the heading tells of what the text before it told, about -2 when not. */
function cohesion({ before, after }: InnerHeading, similarity: TextSimilarity): number {
  const cosine = similarity.cosine(before, after);
  const least = before.length < 150 ? -0.5 : -2;
  return Math.max(least, Math.min(2, (cosine - 0.12) * 25));
}

/** 以学提站位 and 以学促发展: of one length, with characters in the same places. */
export function areParallel(first: string, second: string): boolean {
  const [a, b] = [first, second].map((text) => text.replace(/[“”‘’]/g, ''));
  if (a === undefined || b === undefined || a === b || Math.abs(a.length - b.length) > 1)
    return false;
  const same = [...a].filter((character, index) => character === b.charAt(index));
  const hasGap = same.includes(' ');
  return same.filter((character) => character !== ' ').length >= (hasGap ? 1 : 2);
}

/** 支部建在河段上 and 课堂开在闸房里: of one length, with a word of the sentence's build in the same place. */
function areBuiltAlike(first: string, second: string): boolean {
  if (first === second || first.length !== second.length || first.length < 3) return false;
  return [...first].some(
    (character, index) => buildWords.test(character) && character === second.charAt(index),
  );
}

const buildWords = /[在有把到为让向与和是就得起出“”]/u;
