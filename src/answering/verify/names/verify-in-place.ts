import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { tagWords } from '../tag-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';

/** A body or a thing of a claim stands in the place of another of its kind. */
export const inPlaceRules: Rules = {
  'other-in-place': { fault: 'name', find: findOtherInPlace },
};

const kinds = '物业|公司|银行|超市|药店|党支部|[会科行局院所室账厂店馆社团队课]';
const loose =
  /[的了着过们都也还又就才很更最不没在是和与从向把被给让说这那其该各每能要可只已将当有等对到去来为因由用一二三四五六七八九十两几大小全开]/u;
const behindTwo = new RegExp(
  `(?<=(\\p{Script=Han}{2}))(?=(\\p{Script=Han}{1,3}?)(${kinds}))`,
  'gu',
);

/** 「园区商会」 for 「园区工会」, 「国企宜家园物业」 for 「国企安居物业」. */
function findOtherInPlace(claim: string, { text, headings }: Evidence): string | undefined {
  const source = `${text}\n${headings}`;
  for (const { index, 1: left = '', 2: own = '', 3: kind = '' } of claim.matchAll(behindTwo)) {
    if (!isNamed(claim, { start: index, end: index + own.length + kind.length })) continue;
    if (loose.test(left + own) || source.includes(own + kind)) continue;
    const told = new RegExp(`${left}(\\p{Script=Han}{1,3}?)${kind}`, 'u').exec(text)?.[1];
    if (told === undefined || loose.test(told) || claim.includes(told + kind)) continue;
    const isSame = told.includes(own) || own.includes(told) || sayTheSame(own + kind, told + kind);
    if (!isSame) return `${own}${kind} / ${told}${kind}`;
  }
  return undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of a text are cut at both ends, and between them is no verb. */
function isNamed(text: string, { start, end }: Span): boolean {
  const words = tagWords(text);
  return (
    words.some(({ index }) => index === start) &&
    words.some(({ index, word, tag }) => index + word.length === end && /^[nxj]/u.test(tag)) &&
    !words.some(({ index, tag }) => index >= start && index < end && /^[vpd]$/u.test(tag))
  );
}
