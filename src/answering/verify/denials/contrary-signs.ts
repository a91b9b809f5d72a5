import { type AlignedClause, alignClauses, coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { keepLast } from '../keep-last.ts';
import { flag, type Sign, withProducts } from '../sign.ts';
import { antonyms, turns } from './antonyms.ts';
import { withoutPlainNegatives } from './denials.ts';
import { findTurns } from './find-turns.ts';

/** A claim says or denies the contrary of what its source says: 要收费 for 免费, 没有涨价 for 涨价. */
export function contrarySigns(claim: string, evidence: Evidence): readonly Sign[] {
  return alignClauses(claim, evidence.sentences)
    .filter(({ likeness }) => likeness >= related)
    .flatMap((aligned) =>
      pairsIn(aligned.said).flatMap((pair) => signsOf(pair, aligned, { claim, evidence })),
    );
}

// Below this two clauses do not tell of the same thing.
const related = 0.15;

interface Around {
  readonly claim: string;
  readonly evidence: Evidence;
}

/** A word of a pair as a clause has it: on which side of the pair the clause stands with it. */
interface Stand {
  readonly side: 1 | -1;
  readonly word: string;
  readonly isDenied: boolean;
  readonly clause: string;
}

function signsOf(
  pair: ContraryPair,
  { said, source, sentence, likeness }: AlignedClause,
  { claim, evidence }: Around,
): readonly Sign[] {
  const own = standsOf(pair, said);
  if (own.length === 0) return [];
  const inSentence = standsIn(pair, [sentence]);
  if (inSentence.length === 0) return [];
  const inText = standsIn(pair, evidence.sentences);
  const inClaim = standsIn(pair, [claim]);
  return own.flatMap(({ side, word, isDenied }) => {
    const rest = said.replace(word, '');
    const holds = (stands: readonly Stand[]) => stands.some((one) => one.side === side);
    const [other] = inSentence
      .filter((one) => one.side !== side && one.word !== word)
      .toSorted((a, b) => coverOf(rest, b.clause) - coverOf(rest, a.clause));
    if (other === undefined) return [];
    const where = other.clause;
    const isBoth = inClaim.some((one) => one.side !== side);
    const isOnly = !holds(inText) && !isBoth;
    const features = {
      inClause: flag(where === source),
      heldInClause: flag(holds(inSentence.filter(({ clause }) => clause === where))),
      heldInSentence: flag(holds(inSentence)),
      heldInText: flag(holds(inText)),
      bothInClaim: flag(isBoth),
      likeness,
      cover: coverOf(rest, where),
      coverOfSentence: coverOf(rest, sentence),
      coverOfWhere: coverOf(where.replace(other.word, ''), claim),
      denied: flag(isDenied),
      toldDenied: flag(other.isDenied),
      oneDenied: flag(isDenied !== other.isDenied),
      wordTold: flag(evidence.text.includes(word)),
      only: flag(isOnly),
      undone: flag(isUndone([word, other.word], [said, where])),
    };
    return [
      {
        detail: `${word} / ${other.word}`,
        features: Object.fromEntries([
          ['contrary', 1],
          ...Object.entries(withProducts(features, products)).map(([name, value]) => [
            `contrary ${name}`,
            value,
          ]),
        ]),
      },
    ];
  });
}

const products = [
  ['only', 'likeness'],
  ['only', 'cover'],
  ['only', 'coverOfSentence'],
  ['only', 'coverOfWhere'],
  ['only', 'inClause'],
  ['only', 'oneDenied'],
  ['only', 'wordTold'],
  ['only', 'undone'],
  ['inClause', 'cover'],
  ['inClause', 'heldInText'],
] as const;

/** Whether another turn undoes that two words are contrary, as in 照常开门 and 不再关门. */
function isUndone(words: readonly string[], clauses: readonly string[]): boolean {
  const isOdd = (texts: readonly string[]) => texts.flatMap(findTurns).length % 2 === 1;
  return isOdd(words) && !isOdd(clauses);
}

/** Whether a text says the contrary of a word: what it calls 反对, a claim may call 不赞成. */
export function saysContrary(word: string, text: string): boolean {
  return pairsWith(word).some((pair) => {
    const own = standsOf(pair, word);
    return (
      own.length > 0 &&
      standsIn(pair, [text]).some((told) =>
        own.some((one) => one.side !== told.side && one.word !== told.word),
      )
    );
  });
}

function standsIn(pair: ContraryPair, texts: readonly string[]): readonly Stand[] {
  return texts.flatMap(splitClauses).flatMap((clause) => standsOf(pair, clause));
}

/** Whether a word only names a thing: 入社费, 同意书, 满意度. */
export function isNamed(word: string, after: string): boolean {
  return /^[度书率]/u.test(after) || (/[社会]$/u.test(word) && after.startsWith('费'));
}

function standsOf({ words, sideOf }: ContraryPair, clause: string): readonly Stand[] {
  const found = [...clause.matchAll(words)].filter(
    ({ 0: word, index }) => !isNamed(word, clause.slice(index + word.length)),
  );
  return found.map((match) => {
    const [word] = match;
    const isDenied = isDeniedAt(clause, match.index, word);
    const isFirst = sideOf(match) === 1;
    return { side: isFirst === isDenied ? -1 : 1, word, isDenied, clause };
  });
}

interface ContraryPair {
  /** The words of both sides. */
  readonly words: RegExp;
  readonly sideOf: (match: RegExpExecArray) => 1 | -1;
}

const contraryPairs: readonly ContraryPair[] = [
  ...antonyms.map(([one, other]) => ({
    // The longest first: 不同意 is not 同意.
    words: new RegExp([...one, ...other].toSorted((a, b) => b.length - a.length).join('|'), 'gu'),
    sideOf: ([word]: RegExpExecArray) => sideIn(one, word),
  })),
  ...turns.map(([one, other]) => pairOf(one, other)),
];

function sideIn(words: readonly string[], word: string): 1 | -1 {
  return words.includes(word) ? 1 : -1;
}

function pairOf(one: string, other: string): ContraryPair {
  return {
    words: new RegExp(`(${one})|${other}`, 'gu'),
    sideOf: ([, first]) => (first === undefined ? -1 : 1),
  };
}

const outcome =
  /(\p{Script=Han})[得不](过来|过去|起来|出来|进去|下来|[了到着起动开懂清完见住及成齐满好进出回上下])(?!\p{Script=Han}*[得不]\2)/gu;

/** Most clauses have no word of most pairs. */
const pairsWith = keepLast((clause) =>
  contraryPairs.filter(({ words }) => clause.search(words) !== -1),
);

/** The pairs of which a clause has a word, and 「听得懂」 against 「听不懂」 for each such word of a clause. */
function pairsIn(clause: string): readonly ContraryPair[] {
  const own = [...clause.matchAll(outcome)].map(([, verb = '', end = '']) =>
    pairOf(`${verb}得${end}`, `${verb}不${end}`),
  );
  return [...pairsWith(clause), ...own];
}

const denial = /没有|不|没|未|无(?!偿)|别(?!的|人|[校家处村县市院厂])|勿|非/gu;
const reach = 10;

/** Whether an odd number of denials stands before a word, or 不了 behind it. */
export function isDeniedAt(clause: string, start: number, word: string): boolean {
  if (/^[不没未无非]|^\p{Script=Han}不/u.test(word))
    return /(?:并非|不是)\p{Script=Han}{0,4}$|(?:并不|从不)$/u.test(clause.slice(0, start));
  // 「不是舍不得花钱」 tells of spending.
  const plain = withoutPlainNegatives(clause.replaceAll('舍不得', '＿＿不'));
  const before = plain
    .slice(Math.max(0, start - reach), start)
    .split(/[、的]|但|而|却|转为|变为|光|只|因/u);
  const behind = plain.slice(start + word.length);
  const denials = before.at(-1)?.match(denial)?.length ?? 0;
  return (
    denials % 2 === 1 ||
    /^的?(?:不了|不着|不起|不上|没有$)|^\p{Script=Han}{0,3}[都也](?:没有?|不)/u.test(behind)
  );
}
