import { runsOf } from '../focus.ts';
import { findNamedPlaces } from '../verify/names/find-named-places.ts';
import { ownWords } from './own-words.ts';

/** How far a message can be understood only from the answer before it. */
type Leaning = 'certain' | 'likely' | 'none';

// A longer question says what it is about.
const longestElided = 18;
// A single character names no topic: 「请谁来讲的课」.
const longestElliptic = 10;
const longestPointing = 20;

/** Reads it off the words of a message, folded and without spaces. */
export function readLeaning(text: string): Leaning {
  const runs = runsOf(text, new Set(ownWords(text)));
  const isElliptic = runs.every((run) => run.length === 1) && text.length <= longestElliptic;
  if (isElliptic || goingOn.test(text)) return 'certain';
  if (namesAnother(text)) return 'none';
  if (pronoun.test(text)) return text.length <= longestPointing ? 'certain' : 'likely';
  return text.length > longestElided ? 'none' : 'likely';
}

function namesAnother(text: string): boolean {
  return findNamedPlaces(text).some(({ isWeak }) => !isWeak) || /[“「《"]/u.test(text);
}

/** 「工会那边」 names its own; 「那边」 at the beginning points back. */
const pronoun =
  /他们|她们|它们|他(?!人|乡)|她|它|(?<!\p{Script=Han})(?:说说|讲讲)?(?:这|那)(?:个|家|里|儿|边|篇|项)(?!\p{Script=Han}{2,6}的)|该(?:社区|街道|单位|村|支部|项目|机构|品牌|中心|活动)|^(?:上面|前面|刚才|刚刚)(?:说|那|提|讲|的)/u;
/** 「那具体怎么做」 goes on from what was said; 「那垃圾分类呢」 may be about something else. */
const goingOn = /^那(?:么|从|又|“|「|都|是|具体|为什么|怎么|多少|谁|什么|效果)/u;
