import { type NumberInContext, readNumbers } from './number-context.ts';
import { sameKind, sameValue } from './same-numeral.ts';

const above =
  /(?:至少|起码|不少于|不低于|已?经?超过?|突破|多于|高于|逾)(?:要?\p{Script=Han})?了?$/u;
const below =
  /(?:不[得能许应可]?(?:超过|多于|高于)|至多|最多|不到|不足|不满|未满|近|将近)(?:要?\p{Script=Han})?$/u;
const aboveAfter = /^(?:以上|之多)/u;
const belowAfter = /^(?:以下|以内|之内)/u;
// What turns a bound round again.
const turns = /[不没无未非才]/u;

type Way = 'above' | 'below';

/** 「至少40分钟」 for 「不超过四十分钟」. */
export function turnedBound(claim: string, source: string): string | undefined {
  const told = readNumbers(source);
  return readNumbers(claim).find((said) => {
    const way = wayOf(said);
    if (way === undefined) return false;
    const same = told.filter(
      ({ numeral }) =>
        sameKind(numeral, said.numeral) &&
        sameValue(numeral, said.numeral) &&
        (numeral.unit === said.numeral.unit || numeral.kind === 'percent'),
    );
    return same.length > 0 && same.every((one) => ![undefined, way].includes(wayOf(one)));
  })?.numeral.text;
}

function wayOf({ numeral, before, after }: NumberInContext): Way | undefined {
  const [less, more] = [below.exec(before), above.exec(before)];
  const isBelow =
    less !== null || belowAfter.test(after) || /^(?:近|将近|不到|不足)/u.test(numeral.text);
  const isAbove =
    (less === null && more !== null) || aboveAfter.test(after) || /^(?:超|逾)/u.test(numeral.text);
  if (isBelow === isAbove) return undefined;
  const rest = before.slice(0, (less ?? more)?.index) + after;
  if (turns.test(rest)) return undefined;
  return isBelow ? 'below' : 'above';
}
