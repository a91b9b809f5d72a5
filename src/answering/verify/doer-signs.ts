import { coverOf, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { canBeSame, findMentions, isMentioned, type Mention } from './find-mentions.ts';
import { flag, type Sign, type SignFinder, withProducts } from './sign.ts';

/** Who says or does what in a claim, beside who does in its source. */
export const doerSigns: SignFinder = {
  fault: 'attribution',
  mutations: ['attribution'],
  find: (claim, evidence) => {
    const clauses = splitClauses(claim);
    return clauses.flatMap((clause, at) =>
      rolesIn(clause, clauses.slice(at + 1), evidence).flatMap((role) =>
        signsOf(role, claim, evidence),
      ),
    );
  },
};

type Place = 'says' | 'by' | 'subject' | 'object';

/** A mention with what it says, does or undergoes. */
interface Role {
  readonly mention: Mention;
  readonly place: Place;
  readonly deed: string;
}

const speech =
  /^(?:自己|还|也|都|曾|笑着|坦言|感慨地)?(?:说(?!了算)|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|反映|称赞|夸|评价|建议|承诺|觉得|看来|承认|提醒|讲|算|统计)/u;
const byBefore = /(?<!没|没有|不)(?:由|被|让|归|靠)\p{Script=Han}{0,3}$/u;
const isBefore = /(?<![不是])是(?!不)\p{Script=Han}{0,3}$/u;
const objectBefore = /(?:给|向|交|到|让|请|对|跟|与|和|同)$/u;

function rolesIn(
  clause: string,
  following: readonly string[],
  { persons }: Evidence,
): readonly Role[] {
  return findMentions(clause, persons).flatMap((mention) => {
    const [before, after] = [clause.slice(0, mention.start), clause.slice(mention.end)];
    const place = placeOf(before, after);
    if (place === undefined) return [];
    const deeds: Readonly<Record<Place, string>> = {
      says: [after, ...following].join(','),
      by: isBefore.test(before) ? before + after : after || before,
      subject: after,
      object: before + after,
    };
    const deed = deeds[place];
    const isTold = (deed.match(/\p{Script=Han}/gu) ?? []).length > 1;
    return isTold ? [{ mention, place, deed }] : [];
  });
}

function placeOf(before: string, after: string): Place | undefined {
  if (speech.test(after)) return 'says';
  if (byBefore.test(before)) return 'by';
  if (isBefore.test(before) && /的$|^$/u.test(after)) return 'by';
  if (before.length <= 4 && after.length > 1 && !/^[的和与及、]/u.test(after)) return 'subject';
  return objectBefore.test(before) ? 'object' : undefined;
}

function signsOf(
  { mention, place, deed }: Role,
  claim: string,
  evidence: Evidence,
): readonly Sign[] {
  const told = nearestClause(deed, evidence.sentences);
  // A deed told nowhere shows nobody else who did it.
  if (told === undefined || (told.cover === 0 && isMentioned(mention, evidence.text))) return [];
  const { before, all, sentenceBefore, after } = mentionsAround(deed, told, evidence);
  const near = before.at(-1) ?? sentenceBefore.at(-1);
  const isOther = (one: Mention) =>
    !canBeSame(one, mention) &&
    !claim.includes(one.name) &&
    !(one.kind !== '' && claim.includes(one.kind));
  const same = (mentions: readonly Mention[]) => mentions.some((one) => canBeSame(one, mention));
  const { text, headings, bodies } = evidence;
  const [inText, inHeadings] = [isMentioned(mention, text), isMentioned(mention, headings)];
  const inBodies = isMentioned(mention, bodies);
  const isPerson = mention.kind === '';
  const isNearSame = near !== undefined && canBeSame(near, mention);
  const isNearOther = near !== undefined && !isNearSame && !claim.includes(near.name);
  const features = {
    by: flag(place === 'by'),
    says: flag(place === 'says'),
    subject: flag(place === 'subject'),
    object: flag(place === 'object'),
    person: flag(isPerson),
    inText: flag(inText),
    inClause: flag(isMentioned(mention, told.clause)),
    inSentence: flag(isMentioned(mention, told.sentence)),
    inHeadings: flag(inHeadings),
    elsewhere: flag(inBodies && !inText && !inHeadings),
    nowhere: flag(!inBodies && !inHeadings),
    kindInText: flag(isPerson || text.includes(mention.kind)),
    cover: told.cover,
    near: flag(near !== undefined),
    nearSame: flag(isNearSame),
    nearOther: flag(isNearOther),
    nearInClaim: flag(near !== undefined && !isNearSame && !isNearOther),
    sameBefore: flag(same(sentenceBefore)),
    sameBehind: flag(same(after)),
    othersInClause: Math.min(2, before.filter(isOther).length),
    othersInSentence: Math.min(2, sentenceBefore.filter(isOther).length),
    nearOfKind: flag(near !== undefined && (near.kind === '') === isPerson),
    kindOnly: flag(mention.name === mention.kind),
    speaks: flag(all.some(({ end }) => speech.test(told.clause.slice(end)))),
  };
  const detail = near === undefined ? mention.name : `${mention.name} / ${near.name}`;
  return [{ detail, features: withProducts(features, products) }];
}

const products = [
  ['elsewhere', 'near'],
  ['elsewhere', 'person'],
  ['nearOther', 'cover'],
  ['nearOther', 'nearOfKind'],
  ['nearOther', 'by'],
  ['nearOther', 'says'],
  ['nearOther', 'subject'],
  ['nearOther', 'inText'],
  ['nearInClaim', 'subject'],
  ['nowhere', 'cover'],
  ['kindInText', 'nowhere'],
  ['kindOnly', 'nowhere'],
  ['inClause', 'cover'],
  ['inClause', 'othersInClause'],
  ['inText', 'sameBefore'],
  ['inSentence', 'sameBefore'],
] as const;

interface Told {
  readonly clause: string;
  readonly sentence: string;
  readonly cover: number;
}

/** The clause that tells most of a deed. */
function nearestClause(deed: string, sentences: readonly string[]): Told | undefined {
  return sentences
    .flatMap((sentence) =>
      splitClauses(sentence).map((clause) => ({
        clause,
        sentence,
        cover: coverOf(deed, clause),
      })),
    )
    .reduce<Told | undefined>(
      (best, one) => (best === undefined || one.cover > best.cover ? one : best),
      undefined,
    );
}

/** Who is mentioned before and behind the words of a deed, in its clause and before it in its sentence. */
function mentionsAround(deed: string, { clause, sentence }: Told, { persons }: Evidence) {
  const all = findMentions(clause, persons);
  const at = placeOfDeed(deed, clause, all);
  const end = sentence.indexOf(clause) + (at ?? clause.length);
  return {
    all,
    before: all.filter((one) => at === undefined || one.end <= at),
    after: all.filter((one) => at !== undefined && one.start > at),
    sentenceBefore: findMentions(sentence, persons).filter((one) => one.start < end),
  };
}

/** Where the first two characters stand that a deed shares with a clause, outside of who is mentioned there. */
function placeOfDeed(
  deed: string,
  clause: string,
  mentions: readonly Mention[],
): number | undefined {
  for (let from = 0; from + 1 < deed.length; from += 1) {
    const pair = deed.slice(from, from + 2);
    const at = /^\p{Script=Han}{2}$/u.test(pair) ? clause.indexOf(pair) : -1;
    if (at !== -1 && !mentions.some(({ start, end }) => at >= start && at < end)) return at;
  }
  return undefined;
}
