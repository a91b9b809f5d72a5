import { coverOf, splitClauses } from '../align-clauses.ts';
import { flag, type Sign, withProducts } from '../sign.ts';
import { standingOf } from './find-stands.ts';
import { directionOf, findTurns, formerly, isSameTurn, type Turn } from './find-turns.ts';

/** A clause of a claim denies or turns once more, or once less, than the clause of its source that tells the same. */
export function turnSigns(claim: string, sentences: readonly string[]): readonly Sign[] {
  const told = sentences.flatMap((sentence) =>
    splitClauses(sentence).map((clause) => ({ clause, sentence })),
  );
  const said = splitClauses(claim);
  const all = {
    told: told.flatMap(({ clause }) => findTurns(clause)),
    said: said.flatMap(findTurns),
  };
  return said.flatMap((clause) =>
    nearestOf(clause, told).flatMap((source, at) => {
      const between = turnsBetween({ said: clause, source: source.clause }, { claim, ...all });
      if (!between.isOdd || (at > 0 && !isLost(between))) return [];
      const measures = { ...measure(clause, source, { claim, between }), second: at };
      const features = Object.entries(withProducts(measures, products));
      return [
        {
          detail: [...between.added, ...between.lost].map(textOf).join(' / ') || clause,
          features: Object.fromEntries([
            ['turned', 1],
            ...features.map(([name, value]) => [`turned ${name}`, value]),
          ]),
        },
      ];
    }),
  );
}

/** Whether the claim lacks a denial of its source, and they do not differ in anything else. */
function isLost({ added, lost, isOpposed }: Between): boolean {
  return added.length === 0 && !isOpposed && lost.every(({ isDenial }) => isDenial);
}

function textOf({ word, focus }: Turn): string {
  return word + focus;
}

interface ToldClause {
  readonly clause: string;
  readonly sentence: string;
}

// What a source clause tells beyond the claim counts less against it than what it lacks.
const beyond = 0.7;

/** The clause of the source that tells most of a claim's clause, and the one of its sentence that tells most of the rest. */
function nearestOf(said: string, told: readonly ToldClause[]): readonly ToldClause[] {
  const first = likest(
    told,
    ({ clause }) => coverOf(said, clause) + beyond * coverOf(clause, said),
  );
  if (first === undefined) return [];
  const rest = [...said].map((one) => (first.clause.includes(one) ? ',' : one)).join('');
  const second = likest(
    told.filter((one) => one.sentence === first.sentence && one !== first),
    ({ clause }) => coverOf(rest, clause),
  );
  return second !== undefined && coverOf(rest, second.clause) >= enough ? [first, second] : [first];
}

// How much of the rest a second clause must tell.
const enough = 0.3;

function likest(
  clauses: readonly ToldClause[],
  likenessOf: (one: ToldClause) => number,
): ToldClause | undefined {
  const likeness = clauses.map(likenessOf);
  return clauses[likeness.indexOf(Math.max(...likeness))];
}

interface Around {
  readonly claim: string;
  readonly told: readonly Turn[];
  readonly said: readonly Turn[];
}

interface Between {
  /** The turns of the claim's clause that its source has not, there or elsewhere. */
  readonly added: readonly Turn[];
  /** The turns of the source's clause that the claim has not, though it tells of what they deny. */
  readonly lost: readonly Turn[];
  readonly isOpposed: boolean;
  readonly isOdd: boolean;
}

function turnsBetween(
  { said, source }: { readonly said: string; readonly source: string },
  { claim, ...all }: Around,
): Between {
  const [own, its] = [findTurns(said), findTurns(source)];
  const unheard = without(without(own, its), without(all.told, its));
  const left = without(without(its, own), without(all.said, own));
  const isPast = formerly.test(source) && !formerly.test(said);
  const told = isPast ? [] : left.filter((turn) => isTold(turn, claim));
  // What both deny in words that have nothing in common may yet be the same.
  const reworded = Math.min(countOf(unheard, true), left.length - told.length);
  const added = unheard.slice(reworded);
  const isOpposed = directionOf(said) * directionOf(source) === -1;
  const isOdd = (added.length + told.length + flag(isOpposed)) % 2 === 1;
  return { added, lost: told, isOpposed, isOdd };
}

function without(turns: readonly Turn[], others: readonly Turn[]): readonly Turn[] {
  return turns.filter((turn) => !others.some((other) => isSameTurn(turn, other)));
}

function isTold({ isDenial, focus }: Turn, claim: string): boolean {
  const held = [...focus].filter((character) => claim.includes(character)).length;
  return !isDenial || held >= Math.min(2, focus.length);
}

const soft =
  /难|只[有剩]|仅|很少|少有|空白|多余|取代|为[0零]|由.+[到降为]|才|绝|免|趴|仍是|是个|闭|打包票|没底|遮掩|除外|除.+外|剩|其余|紧张/u;
const stressed = /也要|也得|还要|照[样常]|仍|都要|必须|一律|反而|还是|依然|已经?|终于|曾|就/u;

function measure(
  said: string,
  { clause, sentence }: ToldClause,
  {
    claim,
    between: { added, lost, isOpposed },
  }: { readonly claim: string; readonly between: Between },
) {
  const all = [...added, ...lost];
  const other = added.length > 0 ? clause : said;
  return {
    cover: coverOf(said, clause),
    coverOfWhere: coverOf(clause, said),
    coverOfSentence: coverOf(said, sentence),
    coverByClaim: coverOf(clause, claim),
    added: countOf(added, true),
    addedContrary: countOf(added, false),
    lost: countOf(lost, true),
    lostContrary: countOf(lost, false),
    ...standingOf(said, { beside: [], others: splitClauses(sentence) }),
    opposed: flag(isOpposed),
    onlyOpposed: flag(isOpposed && all.length === 0),
    both: flag(added.length > 0 && lost.length > 0),
    bare: flag(all.some(({ focus, isDenial }) => isDenial && focus === '')),
    affirmed: average(added.map(({ focus }) => heldBy(clause, focus))),
    affirmedBySentence: average(added.map(({ focus }) => heldBy(sentence, focus))),
    claimed: average(lost.map(({ focus }) => heldBy(said, focus))),
    flipped: flag(
      added.some((turn) => isAffirmed(turn, clause)) || lost.some((turn) => isAffirmed(turn, said)),
    ),
    none: flag(all.some(({ word }) => /^(?:没有?|无|未|尚未|没能|未能)$/u.test(word))),
    modal: flag(all.some(({ word }) => /^不[能得许准可用必愿肯]/u.test(word))),
    soft: flag(soft.test(other)),
    stressed: flag(stressed.test(said)),
    otherTurns: flag(findTurns(other).length > 0),
    clauses: Math.min(3, splitClauses(claim).length),
  };
}

const products = [
  ['added', 'cover'],
  ['added', 'affirmed'],
  ['added', 'affirmedBySentence'],
  ['added', 'soft'],
  ['added', 'otherTurns'],
  ['lost', 'cover'],
  ['lost', 'coverByClaim'],
  ['lost', 'claimed'],
  ['lost', 'soft'],
  ['lost', 'stressed'],
  ['lostContrary', 'cover'],
  ['addedContrary', 'cover'],
  ['second', 'claimed'],
  ['agrees', 'added'],
  ['agrees', 'lost'],
  ['flipped', 'cover'],
] as const;

/** Whether a clause without a turn has what it denies, or the turn itself, denied: 停 of 不停. */
function isAffirmed({ word, isDenial, focus }: Turn, text: string): boolean {
  const told = isDenial ? focus.slice(0, 2) : word;
  return told !== '' && text.includes(told);
}

function countOf(turns: readonly Turn[], denials: boolean): number {
  return Math.min(2, turns.filter(({ isDenial }) => isDenial === denials).length);
}

function heldBy(text: string, focus: string): number {
  return focus === '' ? 0 : coverOf(focus, text);
}

export function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}
