import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { countAlike } from '../../measure-words.ts';
import { charactersAndPairs } from '../align-clauses.ts';
import { sameKind, sameValue } from './same-numeral.ts';

/** A figure of a text with what its own clause tells of it. */
interface Figure {
  readonly numeral: Numeral;
  readonly words: ReadonlySet<string>;
}

// A word of two characters more speaks for the other figure of a pair than for its own, and something does for each.
const wordsMore = 3;
const wordMore = 1;

/** 「跑了9个窗口，填了4张表」 for 「跑了4个窗口，填了9张表」: the first of two figures that have changed places. */
export function changedPlaces(claim: string, source: string): string | undefined {
  // 「一个」 may be a figure of a pair (两个亮黄牌，一个获准延期), and part what is told of another one.
  for (const kinds of [/count|percent/u, /count|percent|indefinite/u, /ordinal/u]) {
    const [said, told] = [figuresOf(claim, kinds), figuresOf(source, kinds)];
    for (const [at, one] of said.entries())
      for (const other of said.slice(at + 1))
        if (isRival(one, other) && areSwapped([one, other], told)) return one.numeral.text;
  }
  return undefined;
}

function isRival(one: Figure, other: Figure): boolean {
  return (
    sameKind(one.numeral, other.numeral) &&
    countAlike(one.numeral.unit, other.numeral.unit) &&
    !sameValue(one.numeral, other.numeral)
  );
}

/** Wherever the source has both figures, each stands in the words that the claim has for the other one. */
function areSwapped([one, other]: readonly [Figure, Figure], told: readonly Figure[]): boolean {
  const [ones, others] = [one, other].map((figure) => told.filter((at) => isSame(figure, at)));
  const pairs = (ones ?? []).flatMap((first) =>
    (others ?? []).map((second) => [first, second] as const),
  );
  return (
    pairs.length > 0 &&
    pairs.every(([first, second]) => {
      if (keepUnits([one, other], [first, second])) return false;
      const leads = [
        shared([one, other], [second, first]) - shared([one, other], [first, second]),
        shared([other, one], [first, second]) - shared([other, one], [second, first]),
      ];
      return Math.min(...leads) >= wordMore && leads.reduce((sum, lead) => sum + lead) >= wordsMore;
    })
  );
}

/** 「两本，共260多条」: each still has its own measure, and the other one another. */
function keepUnits(
  [one, other]: readonly [Figure, Figure],
  [first, second]: readonly [Figure, Figure],
): boolean {
  const [own, others] = [one.numeral.unit, other.numeral.unit];
  return own !== others && own === first.numeral.unit && others === second.numeral.unit;
}

function isSame({ numeral }: Figure, { numeral: told }: Figure): boolean {
  return sameKind(numeral, told) && sameValue(numeral, told) && countAlike(numeral.unit, told.unit);
}

/** What a claim's figure shares with a source's, of the words that neither's partner has. */
function shared(
  [own, partner]: readonly [Figure, Figure],
  [told, beside]: readonly [Figure, Figure],
): number {
  return [...own.words]
    .filter((part) => !partner.words.has(part) && told.words.has(part) && !beside.words.has(part))
    .reduce((sum, part) => sum + part.length, 0);
}

function figuresOf(text: string, kinds: RegExp): readonly Figure[] {
  const figures = findNumerals(text).filter(
    ({ kind, unit, start }) =>
      kinds.test(kind) && !(isSpan.test(unit ?? '') && text.charAt(start - 1) === '每'),
  );
  let label = '';
  return figures.map((numeral, at) => {
    const previous = figures[at - 1];
    const from = previous === undefined ? 0 : previous.start + previous.text.length;
    const end = numeral.start + numeral.text.length;
    const left = text.slice(from, numeral.start);
    // 「由19起降到6起」: both are of what stands before the first.
    label = isRise.test(left)
      ? label + left
      : before(previous === undefined ? left : left.replace(noun, ''));
    const right = text.slice(end, figures[at + 1]?.start ?? text.length);
    const after = right.split(boundary);
    const own = after.length > 1 || at === figures.length - 1 ? after[0] : noun.exec(right)?.[0];
    return { numeral, words: charactersAndPairs(`${label} ${own ?? ''}`) };
  });
}

// What a figure counts, where another one follows in its clause.
const noun = /^[^和与及,;:。!?、…\n]{0,3}/u;
const isRise = /^[\p{Script=Han}]{0,4}[到至为成]了?$/u;
const isSpan = /^(?:个?[月年]|[天日周]|个?小时|分钟)$/u;
const boundary = /[,;:。!?、…\n]/u;
const whens =
  /(?:今年|去年|前年|目前|如今|现在|以来|[\d一二三四五六七八九十]+个?[月年日天]|[前头])/gu;
// How much it seems is no part of what is counted.
const adverbs = /[只仅才就](?:有|剩)?|已经?/gu;

/** The clause before a figure, with the one before that where it holds no more than a verb: 「是陪诊，共1174次」. */
function before(left: string): string {
  const clauses = left.replace(adverbs, '').split(boundary);
  const own =
    clauses
      .at(-1)
      ?.split(/[和与及]/u)
      .at(-1) ?? '';
  if (own === '') return clauses.slice(-3).join(' ');
  return own.replace(whens, '').length > 2 || clauses.length < 2 ? own : `${clauses.at(-2)} ${own}`;
}
