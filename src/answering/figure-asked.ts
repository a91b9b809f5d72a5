import { foldText } from '../corpus/fold-text.ts';
import { contentWords } from '../retrieval/tokenize.ts';
import type { DraftClaim } from './draft-claim.ts';
import { countAlike } from './measure-words.ts';
import { readNumbers } from './number-context.ts';

/** What a question wants counted: 「多少户居民」 asks for 户, of 居民. */
interface FigureAsked {
  readonly unit: string | null;
  /** Words one of which stands beside the figure; none when the question leaves it open. */
  readonly nouns: readonly string[];
}

const asking = /(?:多少|几)(个百分点|人次|平方米|[\p{Script=Han}]{0,1})([\p{Script=Han}]{0,6})/u;
const units = new Set(
  '个名位户人家次项条件份张块台套座栋间所处场期批支篇首部辆只头棵例起节层类种岁元亩吨天月年小时公里米封面大'.split(
    '',
  ),
);

/** Reads what is to be counted; undefined when the question asks for no figure. */
export function readFigureAsked(question: string): FigureAsked | undefined {
  const [, unit = '', rest = ''] = asking.exec(foldText(question)) ?? [];
  if (unit === '' && rest === '') return undefined;
  if (unit === '钱') return { unit: '元', nouns: [] };
  const isUnit = units.has(unit) || unit.length > 1;
  const noun = isUnit ? rest : unit + rest;
  return { unit: isUnit ? unit : null, nouns: contentWords(noun).slice(0, 1) };
}

/** Whether one of the claims gives such a figure. */
export function holdsFigure(claims: readonly DraftClaim[], { unit, nouns }: FigureAsked): boolean {
  return claims.some(({ quotes }) =>
    quotes.some(({ quote }) => {
      const text = foldText(quote);
      const isTold = nouns.length === 0 || nouns.some((noun) => tells(text, noun));
      return isTold && readNumbers(text).some(({ numeral }) => fits(numeral, unit));
    }),
  );
}

function fits(
  { kind, unit }: { readonly kind: string; readonly unit: string | null },
  asked: string | null,
): boolean {
  if (kind === 'date' || kind === 'time' || kind === 'label' || kind === 'ordinal') return false;
  return asked === null ? true : countAlike(unit, asked);
}

/** 「楼栋长」 is told by 楼栋长, 「人家」 by anything. */
function tells(text: string, noun: string): boolean {
  return text.includes(noun) || /^(?:人|人家|钱|单位|群众|干部|个)$/u.test(noun);
}
