import type { Evidence } from '../evidence.ts';
import { tagWords } from '../tag-words.ts';
import { commonness } from '../words/printed-words.ts';
import { isSurname } from './find-persons.ts';
import { isBehindRole } from './name-clues.ts';

const letter = /\p{Script=Han}/u;
const grammar =
  /[的了着过们都也还又就很太更最不没在是和与从向把被给让说讲这那其该各每所会能要可只已将当等对到去为因由用介表名位人家里上下中前后时]/u;

/**
 * A name that begins behind a role as another does in the articles, and ends otherwise: 「副行长贡时雪」 for 「副行长贡时雨」,
 * 「牧民达林」 for 「牧民达来」. No surname need be known.
 */
export function findOtherEnding(
  claim: string,
  { bodies, headings, persons }: Evidence,
): string | undefined {
  const source = `${bodies}\n${headings}`;
  const starts = tagWords(claim).flatMap(({ index, word }) =>
    [...word].map((_, at) => index + at).filter((start) => isNamed(start, claim)),
  );
  return starts
    .map((start) => otherName(start, claim, source))
    .find((name) => name !== undefined && !persons.includes(name.slice(0, -1)));
}

function isNamed(start: number, text: string): boolean {
  return isBehindRole(start, text) || /(?:叫|[是由]|名为)$/u.test(text.slice(0, start));
}

function otherName(start: number, claim: string, source: string): string | undefined {
  return [3, 2]
    .map((length) => claim.slice(start, start + length))
    .find((name) => {
      // A surname alone is too little to know somebody by: the two characters before it are the same, too.
      const isShort = name.length === 2;
      const lead = isShort ? claim.slice(Math.max(0, start - 2), start) : '';
      const end = start + name.length;
      return (
        !(isShort && !isShortNamed(start, claim)) &&
        isWhole(name, { start, end, claim }) &&
        !source.includes(name) &&
        endsOtherwise(name, lead, source)
      );
    });
}

function isShortNamed(start: number, claim: string): boolean {
  return (
    /(?:[员师长人工户民]|[学医]生)$/u.test(claim.slice(0, start)) &&
    !isBehindRole(start + 1, claim) &&
    ends.test(claim.slice(start + 2))
  );
}

const ends = /^(?:$|[,。;:、说表介告认坦指回是在的把从给带让与和])/u;

/** Every time the articles begin so, one other character ends the name. */
function endsOtherwise(name: string, lead: string, source: string): boolean {
  const stem = name.slice(0, -1);
  const told = [...source.matchAll(new RegExp(`${lead}${stem}`, 'gu'))].map(({ index }) => ({
    start: index + lead.length,
    next: source.charAt(index + lead.length + stem.length),
  }));
  const [first] = told;
  return (
    first !== undefined &&
    letter.test(first.next) &&
    !/[出成到完好起开]/u.test(first.next) &&
    !(lead === '' && first.next === '来') &&
    !grammar.test(first.next) &&
    told.every(({ next }) => next === first.next) &&
    told.some(({ start }) => isBehindRole(start, source)) &&
    (lead === '' || commonness(stem + first.next) === 0)
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly claim: string;
}

/** No word that is printed stands in it or goes over its ends. */
function isWhole(name: string, { start, end, claim }: Span): boolean {
  if (
    !/^\p{Script=Han}{2,3}$/u.test(name) ||
    grammar.test(name) ||
    /[二三四五六七八九十]$/u.test(name)
  )
    return false;
  return !tagWords(claim).some(
    ({ index, word, tag }) =>
      index < end &&
      index + word.length > start &&
      word.length > 1 &&
      !(index === start + 1 && index + word.length === end && isSurname(name)) &&
      (/^[vl]/u.test(tag) || (!/^(?:n[rsz]|x)/u.test(tag) && commonness(word) > 0)),
  );
}
