import { splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { deniesAlike, readDeniedWords, traceIn } from './denied-words.ts';

/** What some did, or one did, is not told as done by none, nor the other way round. */
export const quantityRules: Rules = {
  'none-for-some': { fault: 'negation', isCertain: true, find: noneForSome },
  'some-for-none': { fault: 'negation', isCertain: true, find: someForNone },
  'no-exception': { fault: 'negation', isCertain: true, find: noException },
  'share-for-none': { fault: 'negation', isCertain: true, find: shareForNone },
};

const counted = '[名个户位家次回件起例条块场张门天人只项处]';
const none = new RegExp(
  `没有?(?:任何)?一|无一|没有任何|没有人|没人|一${counted}(?:\\p{Script=Han}{0,4})?[也都](?:没|不|未)|从没有?|从未`,
  'u',
);
const some =
  /[1-9\d][\d.]*[万千百亿]?[余多]?(?:名|个|户|位|家|次|回|件|起|例|条|块|场|张|门|人|只|项|处|人次)|全部|全都|都|均|一度|多数|大部分|不少|许多|[几数]百/u;
const all = /全部|全都|都|均|一度|已有|已经|(?<![没还])有\d/u;
const denies = /[不没未无零剩余另]/u;

/** 「没有一件得到解决」 for 「解决74件」. */
function noneForSome(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap((sentence) =>
    splitClauses(sentence).map((clause) => ({ clause, sentence })),
  );
  return readDeniedWords(claim).find(({ words, clause, mark }) => {
    const wanted = none.test(clause) ? some : all;
    if (!/没|未|无/u.test(mark)) return false;
    const telling = told.filter((one) => tells(words, one.clause));
    return (
      telling.length > 0 &&
      !told.some((one) => deniesAlike(words, one.clause)) &&
      telling.every(
        (one) =>
          wanted.test(one.clause) && (!denies.test(one.sentence) || isCounted(words, one.clause)),
      )
    );
  })?.words;
}

/** 「解决74件」 */
function isCounted(words: string, clause: string): boolean {
  return new RegExp(`${words.slice(-2)}了?\\d`, 'u').test(clause) && !denies.test(clause);
}

/** Whether a clause has the beginning or the end of what is denied, and much of it. */
function tells(words: string, clause: string): boolean {
  const { held } = traceIn(words, clause);
  const isLong = [...words].some(
    (_, at) => at + run <= words.length && clause.includes(words.slice(at, at + run)),
  );
  return held >= Math.max(2, mostly * words.length) && (isLong || clause.includes(words.slice(-2)));
}

const mostly = 0.4;
// How many characters in a row tell of the same.
const run = 4;

const noneOf = new RegExp(
  `一(${counted})(?:\\p{Script=Han}{0,3})?[也都](?:没有?|不|未)(?:\\p{Script=Han}{0,4}?)(\\p{Script=Han})(?:过|了)?$`,
  'u',
);

/** 「填了好几张表格」 for 「表格一张也不让我填」. */
function someForNone(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap((sentence) => splitClauses(sentence.replace(/[“”"]/gu, '')));
  const said = splitClauses(claim).filter((clause) => !denies.test(clause));
  return told
    .map((clause) => noneOf.exec(clause) ?? [])
    .find(([, unit = '', verb = '']) => {
      if (verb === '' || verb === '有') return false;
      const several = new RegExp(
        `${verb}[了过]?(?:好?[几多]|不少|一些|[两三四五六七八九十\\d]+)${unit}`,
        'u',
      );
      return (
        said.some((clause) => several.test(clause)) && !told.some((clause) => several.test(clause))
      );
    })?.[0];
}

const excepted = /([^,]{2,12}?)(?:除外|例外|不在此列|不在其中|不算在内|不受此限)$/u;

/** 「防汛也不例外」 for 「防汛除外」. */
function noException(claim: string, { sentences }: Evidence): string | undefined {
  const said = splitClauses(claim);
  return sentences
    .flatMap(splitClauses)
    .map((clause) => excepted.exec(clause)?.[1] ?? '')
    .find(
      (who) =>
        who !== '' &&
        !/[不没无]/u.test(who) &&
        said.some(
          (clause) =>
            clause.includes(who.slice(0, 2)) &&
            /不例外|没有例外|无一例外|也一样|同样|照样|也要|也得|包括在内|也在内|一并|一律/u.test(
              clause,
            ),
        ),
    );
}

const unpaid =
  /^([^,一]{1,6}|一[层户组队村区班院厂校站][^,一]{0,4})(?:(?:一[分毛]钱?|分文)[也都]?[不没未无](?:掏|出|付|花|交|收|用)|(?:都|也)?(?:不用|不必|无需|无须|不)再?(?:出|掏|交|付|花)(?:一分)?钱)/u;
const notTaken =
  /(?:不|没有?|未)(?:再)?(?:向|让|要|找|由)(\p{Script=Han}{2,5}?)(?:们)?(?:收取?|出|掏|交|承担|分摊|负担|要)/u;
const pays =
  '(?:分摊|出钱|自?己?掏|[付交](?:[钱费]|$)|(?:[也仍还]要|得|须|需要?)(?:交|付|出)|缴|承担|出了?\\d|负担|摊)';

/** 「一楼住户也要分摊」 for 「一楼一分不掏」, 「由党员分摊」 for 「不向党员收取」. */
function shareForNone(claim: string, { sentences }: Evidence): string | undefined {
  const said = splitClauses(claim).filter((clause) => !/[不没未无免]/u.test(clause));
  return sentences
    .flatMap(splitClauses)
    .map((clause) => unpaid.exec(clause)?.[1] ?? notTaken.exec(clause)?.[1] ?? '')
    .find(
      (who) =>
        who.length > 1 &&
        said.some((clause) => new RegExp(`${who}.{0,6}${pays}`, 'u').test(clause)),
    );
}
