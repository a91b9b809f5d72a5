import { numberCharacters } from './chinese-number.ts';
import type { Numeral, Recognised } from './numeral.ts';
import { recognisers } from './numeral-recognisers.ts';

const begins = new RegExp(`[\\d第几数半${numberCharacters}]`, 'g');

/**
 * Finds the numbers of a Chinese text with their values, in order: 12,000, 1.2万 and 一万二千 are one
 * value, a range gives both its ends. Numbers in idioms and names (千家万户, 一体化, 第一书记) are none.
 */
export function findNumerals(text: string): readonly Numeral[] {
  const plain = makePlain(text);
  const numerals: Numeral[] = [];
  begins.lastIndex = 0;
  for (let match = begins.exec(plain); match !== null; match = begins.exec(plain)) {
    const found = recogniseAt(plain, match.index);
    numerals.push(...found.numerals);
    begins.lastIndex = found.end;
  }
  return numerals.map((numeral) => ({
    ...numeral,
    text: text.slice(numeral.start, numeral.start + numeral.text.length),
  }));
}

function recogniseAt(text: string, start: number): Recognised {
  for (const recognise of recognisers) {
    const recognised = recognise(text, start);
    if (recognised !== null) return recognised;
  }
  return { numerals: [], end: start + 1 };
}

const plainOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    兩: '两',
    萬: '万',
    億: '亿',
    個: '个',
    點: '点',
    時: '时',
    餘: '余',
    號: '号',
    '○': '〇',
    '％': '%',
    '：': ':',
    '～': '~',
    '—': '-',
    '–': '-',
    '－': '-',
  }),
);

/** One character for one, so that offsets stay what they are. */
function makePlain(text: string): string {
  return text.replace(/[０-９兩萬億個點時餘號○％：～—–－]/g, (character) => {
    const code = character.charCodeAt(0);
    const isWideDigit = code >= 0xff10 && code <= 0xff19;
    return isWideDigit ? String.fromCharCode(code - 0xfee0) : (plainOf.get(character) ?? character);
  });
}
