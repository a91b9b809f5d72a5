import { splitClauses } from '../align-clauses.ts';
import type { Find, Rules } from '../rules.ts';
import { saysContrary } from './contrary-signs.ts';
import { findDenials, withoutPlainNegatives } from './denials.ts';

// Most of these turns are too rare to be weighed.
const certain = { fault: 'negation', isCertain: true } as const;

/** What the source denies, a claim does not affirm in a turn of its own: 「把帖子删掉了」 for 「没有删帖」. */
export const affirmationRules: Rules = {
  'not-a-single': { ...certain, find: findAffirmed((said, _, told) => notASingle(said, told)) },
  'not-yet': { fault: 'negation', find: findAffirmed((said, _, told) => byNow(said, told)) },
  'verb-behind-object': { ...certain, find: findAffirmed(takenApart) },
  'left-out-too': { ...certain, find: findAffirmed((said, _, told) => subjectToo(said, told)) },
  'not-required': { ...certain, find: findAffirmed((said, _, told) => notRequired(said, told)) },
  'not-alike': { ...certain, find: findAffirmed((said, _, told) => notAlike(said, told)) },
  'not-free': { ...certain, find: findAffirmed((said, _, told) => notFree(said, told)) },
  'not-only': { ...certain, find: findAffirmed((said, _, told) => notOnly(said, told)) },
  'not-all': { ...certain, find: findAffirmed((said, _, told) => notAll(said, told)) },
  nonetheless: {
    fault: 'negation',
    find: findAffirmed((said, _, told) => nonetheless(said, told)),
  },
};

function findAffirmed(
  find: (said: string, claim: string, told: readonly string[]) => string | undefined,
): Find {
  return (claim, { sentences }) => {
    const told = sentences.flatMap(splitClauses);
    for (const said of splitClauses(claim)) {
      const wrong = find(said, claim, told);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

const denies = /[不没未无非]|否认|拒绝|而是|并非|免/u;

const none =
  /没有(?:发生|出现|出过|造成|引发|接到)?过?(?:一|任何|半|哪)[个起次件名户人份例条只家位]?(?:人)?(\p{Script=Han}{1,8})/u;
const some =
  /(?:有几|还有|仍有|也有|有一些|有些|有个别|有少数|有的|有不少|发生过|发生了|出现过|出现了|出过|出了)/u;

/** 「有几起变成了信访」 for 「没有一起转为信访」: the last words are the same. */
function notASingle(said: string, told: readonly string[]): string | undefined {
  if (!some.test(said) || denies.test(withoutPlainNegatives(said))) return undefined;
  // 「去年发生过5起」 is told beside it.
  if (said.match(/\d+/gu)?.every((count) => told.join().includes(count))) return undefined;
  return told
    .map((clause) => none.exec(clause)?.[1]?.slice(-2) ?? '')
    .find((end) => end.length === 2 && said.includes(end));
}

const notYet = /(?:尚未|还没有?|仍未|暂未|至今未|至今没有|还未|未能)(\p{Script=Han})/u;
const already = /已经?(?!\p{Script=Han}{0,4}[没未不])/u;

/** 「已经批下来了」 for 「尚未批复」. */
function byNow(said: string, told: readonly string[]): string | undefined {
  const at = said.search(already);
  if (at === -1 || denies.test(said)) return undefined;
  const rest = said.slice(at);
  return told
    .map((clause) => notYet.exec(clause)?.[1] ?? '')
    .find((verb) => verb !== '' && !/[有能会得被把完全]/u.test(verb) && rest.includes(verb));
}

const object = /(?:没有?|不|未|从未|没能)(\p{Script=Han})(\p{Script=Han})$/u;

/** 「价格涨了」, 「把帖子删掉了」 for 「没有涨价」, 「没有删帖」: the verb behind its object. */
function takenApart(said: string, claim: string, told: readonly string[]): string | undefined {
  if (denies.test(claim)) return undefined;
  for (const clause of told) {
    const [, verb = '', noun = ''] = object.exec(withoutPlainNegatives(clause)) ?? [];
    if (
      verb === '' ||
      !new RegExp(`${noun}.{0,4}${verb}(?:了|掉|完|光|过|起|上|下)`, 'u').test(said)
    )
      continue;
    if (!told.some((one) => one !== clause && one.includes(verb))) return verb + noun;
  }
  return undefined;
}

const leftOut = /^(\p{Script=Han}{2,10}?)(?:不|没有?|未|无需|无须|免)(?=\p{Script=Han})/u;

/** 「一楼住户也要分摊」 for 「一楼住户不出钱」: who is left out in the source is in. */
function subjectToo(said: string, told: readonly string[]): string | undefined {
  if (denies.test(said)) return undefined;
  return told
    .map(withoutPlainNegatives)
    .map((clause) => ({ clause, who: leftOut.exec(clause)?.[1]?.slice(-4) ?? '' }))
    .find(
      ({ clause, who }) =>
        who.length > 2 &&
        isIncluded(who, said) &&
        !told.some((one) => one.includes(`${who}也`)) &&
        // 「也开门」 for 「不关门」
        !saysContrary(clause.replace(leftOut, ''), said),
    )?.who;
}

function isIncluded(who: string, said: string): boolean {
  return new RegExp(`${who}.{0,2}(?:也|照样|同样|一并)|也有.{0,4}${who}`, 'u').test(said);
}

const freeToLeave = /(?:可以不|不必|不用|无须|无需|不要求|不强制)(\p{Script=Han})/u;
const required = /(?<!不)(?:必须|务必|一定要|非得|都得|都要)(\p{Script=Han}{1,4})/u;

/** 「必须署上名字」 for 「可以不署名」. */
function notRequired(said: string, told: readonly string[]): string | undefined {
  const duty = required.exec(said)?.[1] ?? '';
  return told
    .map((clause) => freeToLeave.exec(clause)?.[1] ?? '')
    .find((verb) => verb !== '' && !particles.test(verb) && duty.includes(verb));
}

const compared = /(.{2,8}?)比(.{2,6}?)(?:还|要|更)?(?:多|少|贵|便宜|高|低|早|晚|快|慢|长|短)/u;
const alike =
  /(.{2,12})[和与同跟](.{2,8}?)(?:完全|都是|价格|收费)?(?:相同|一样|一个价|同价|同工同酬|持平)/u;

/** 「夜班比白班多收钱」 for 「夜班的收费与白班完全相同」. */
function notAlike(said: string, told: readonly string[]): string | undefined {
  const [, one = '', other = ''] = compared.exec(said) ?? [];
  return told.find((clause) => {
    const [, left = '', right = ''] = alike.exec(clause) ?? [];
    const holds = (text: string, words: string) =>
      pairsOf(words).some((pair) => text.includes(pair));
    return (holds(left, one) && holds(right, other)) || (holds(left, other) && holds(right, one));
  });
}

const nothingPaid = /不收(?:一分)?钱|分文不[收取]|免费|不要钱|不收费/u;
const price = /(?:每|只|一)[人次趟位户份个]{1,4}.{0,4}收\d/u;
const free = /免|无偿|义务|不[收用要]|分文/u;

/** 「一律不收钱」 where each pays: 「每人每趟只收10元」. */
function notFree(said: string, told: readonly string[]): string | undefined {
  if (!nothingPaid.test(said) || told.some((clause) => free.test(clause))) return undefined;
  return told.find((clause) => price.test(clause));
}

const alone = /不[能应该会可](?:把[^,。;]{1,8})?[只光仅单](.{2,})$/u;
const enough = /(?<!不)只(?:能|要|需|用|靠|看|凭|是|当)|就(?:行|够|可以|能)/u;

/** 「只能用盈亏来算」, 「靠口头商量就行」 for 「不能只靠……」. */
function notOnly(said: string, told: readonly string[]): string | undefined {
  if (!enough.test(said) || denies.test(withoutPlainNegatives(said))) return undefined;
  return told
    .flatMap((clause) => pairsOf(alone.exec(clause)?.[1] ?? ''))
    .find((pair) => said.includes(pair));
}

const remaining = /(?:没有?|未能?|尚未|还没有?)(\p{Script=Han}{2})的/u;

/** 「已经全部办结」 where the source tells of 「没办结的」. */
function notAll(said: string, told: readonly string[]): string | undefined {
  if (denies.test(said)) return undefined;
  return told
    .map((clause) => remaining.exec(clause)?.[1] ?? '')
    .find(
      (deed) => deed !== '' && new RegExp(`(?:全部|全都|悉数|统统).{0,3}${deed}`, 'u').test(said),
    );
}

const still =
  /也要|也得|还得|还要|照样|仍要|仍得|都要|都得|必须|一律|反而|反倒|一直|还是|照旧|依然|又/u;
const particles = /[的了着过一个人要能会有]/u;

/** 「一楼也要分摊」, 「还得签到打卡」, 「有几个人被落下了」: affirmed with stress, or undergone. */
function nonetheless(said: string, told: readonly string[]): string | undefined {
  if (denies.test(said)) return undefined;
  const isStressed = still.test(said);
  const isUndergone = /被\p{Script=Han}{1,6}了/u.test(said);
  if (!isStressed && !isUndergone) return undefined;
  const denied = told
    .flatMap((clause) => findDenials(clause))
    .map(({ head, rest }) => [head, ...rest].join(''));
  const plain = told.map((clause) => (findDenials(clause).length > 0 ? '' : clause)).join(',');
  return denied
    .flatMap((words) => pairsOf(words))
    .find((pair) => said.includes(pair) && !plain.includes(pair));
}

function pairsOf(words: string): readonly string[] {
  return [...words].flatMap((one, at) => {
    const pair = words.slice(at, at + 2);
    return pair.length === 2 && !particles.test(pair) && one !== '' ? [pair] : [];
  });
}
