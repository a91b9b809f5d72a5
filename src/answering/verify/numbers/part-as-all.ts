import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { countAlike } from '../../measure-words.ts';
import { sameValue } from './same-numeral.ts';

// 「9个村全部进水」, 「11户都签了字」
const allDo =
  /^\p{Script=Han}{0,6}?(?:已经?|[就也还])?(?:全部|全都|全|都|均|悉数|无一例外地?)(?:已经?|被|要|能|会|得)?(\p{Script=Han}{2})/u;
const partly = /^\p{Script=Han}{0,6}?[,里中]?(?:其中)?(?:[里中]?有|当中|其中)(?:了)?$/u;
const allTold = /全部?|都|均|每|各|一律|悉数|所有/u;

/** 「11个村全部进水」 or 「9个村全部进水」 for 「11个村有9个进水」: what a part of them did. */
export function partAsAll(claim: string, sentences: readonly string[]): string | undefined {
  const counts = (text: string) => findNumerals(text).filter(({ kind }) => kind === 'count');
  return counts(claim).find((said) => {
    const deed = allDo.exec(claim.slice(said.start + said.text.length))?.[1];
    return (
      deed !== undefined &&
      sentences.some((sentence) => tellsOfPart({ said, deed }, sentence, counts(sentence)))
    );
  })?.text;
}

interface Said {
  readonly said: Numeral;
  readonly deed: string;
}

function tellsOfPart({ said, deed }: Said, sentence: string, counts: readonly Numeral[]): boolean {
  return counts.some((part, at) => {
    const whole = counts[at - 1];
    if (whole === undefined || part.value >= whole.value) return false;
    const between = sentence.slice(whole.start + whole.text.length, part.start);
    const behind = sentence.slice(part.start + part.text.length).split(/[,。;]/u)[0] ?? '';
    return (
      partly.test(between) &&
      countAlike(whole.unit, part.unit) &&
      [whole, part].some((one) => sameValue(one, said) && countAlike(one.unit, said.unit)) &&
      behind.slice(0, 12).includes(deed) &&
      !allTold.test(behind)
    );
  });
}
