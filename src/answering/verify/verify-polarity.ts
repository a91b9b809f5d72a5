import { segmentWords } from '../../retrieval/tokenize.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import { contraryWord } from './contraries.ts';
import { findDenials, overlap, withoutPlainNegatives } from './denials.ts';
import type { Evidence } from './evidence.ts';
import { negation } from './polarity-words.ts';
import type { Rules } from './rules.ts';

/** A claim denies what its source denies and nothing else, and does not say the contrary of a word in it. */
export const polarityRules: Rules = {
  'lost-denial': { fault: 'negation', find: findAligned(lostDenial) },
  'denied-said': { fault: 'negation', isWeak: true, find: findAligned(plainlySaid) },
  'contrary-word': { fault: 'negation', find: findAligned(contraryWord) },
};

function findAligned(
  find: (clause: AlignedClause, among: ClauseAmong) => string | undefined,
): (claim: string, evidence: Evidence) => string | undefined {
  return (claim, evidence) => {
    const aligned = alignClauses(claim, evidence.sentences);
    for (const clause of aligned) {
      const wrong = find(clause, { evidence, others: aligned.filter((one) => one !== clause) });
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

// Words that deny or lessen without one of the negations.
const softDenial =
  /免|缺|拒|停(?!车|放|靠)|取消|清零|为零|仅|防止|杜绝|消除|清除|难|减少|缺少|很少|少有|空白|中断|断绝|禁|从不|无|莫|绝|异常|反常|例外|不得|只(?:跑|能|剩|限|面向)|还有|跟进|冷门|绕开|绕过|避开|跳过|撇开|甩开|告别|回避|除外|排除|退出|缺席|作罢|谢绝|婉拒|放弃/u;

interface ClauseAmong {
  readonly evidence: Evidence;
  /** The other clauses of the claim. */
  readonly others: readonly AlignedClause[];
}

/** The source denies it, the claim says it as if it did not. */
function lostDenial(
  { said, source, sentence, likeness }: AlignedClause,
  { others, evidence }: ClauseAmong,
): string | undefined {
  const soft = said.match(softDenial)?.[0];
  const isSoft = soft !== undefined && !source.includes(soft);
  if (isSoft || findDenials(said).length > 0) return undefined;
  const near = splitClauses(sentence)
    .filter((clause) => (clause === source && likeness >= sameClause) || isMostlySaid(clause, said))
    .flatMap(findDenials)
    .flat()
    .find((word) => said.includes(word) && !isAlsoPlain(word, sentence));
  const lost =
    near ?? (deniesElse(others, sentence) ? undefined : deniedThing({ said, sentence }, evidence));
  return lost !== undefined && isDeniedBy(others, { sentence, word: lost }) ? undefined : lost;
}

/** Whether another clause of the claim denies what the sentence denies of a word. */
function isDeniedBy(
  others: readonly AlignedClause[],
  { sentence, word }: { readonly sentence: string; readonly word: string },
): boolean {
  const taken = others.flatMap((other) => findDenials(other.said));
  return splitClauses(sentence)
    .flatMap(findDenials)
    .filter((denial) => denial.some((one) => one.includes(word) || word.includes(one)))
    .some((denial) => taken.some((one) => overlap(one, denial)));
}

/** Whether another clause of the claim denies in words of its own, maybe this very thing. */
function deniesElse(others: readonly AlignedClause[], sentence: string): boolean {
  const told = splitClauses(sentence).flatMap(findDenials);
  const lessens = others.some(({ said }) => {
    const soft = softDenial.exec(said)?.[0];
    return soft !== undefined && !sentence.includes(soft);
  });
  if (lessens) return true;
  return others
    .flatMap((other) => findDenials(other.said))
    .some((denial) => !told.some((one) => overlap(one, denial)));
}

const noThing = /(?:不|没有?|未|无)另?(?:[有发设收交领给派配下]|收取)?([^,。;:的不没]{2,10})/gu;

/** 「另有课时费」 for 「不另发课时费」: the source denies that there is such a thing, and nowhere else has it. */
function deniedThing(
  { said, sentence }: Pick<AlignedClause, 'said' | 'sentence'>,
  { sentences }: Evidence,
): string | undefined {
  return [...withoutPlainNegatives(sentence).matchAll(noThing)]
    .flatMap(([, words = '']) => nounsOf(words))
    .find(
      (word) =>
        word.length > 1 && said.includes(word) && !sentences.some((one) => isAlsoPlain(word, one)),
    );
}

/** The first words of a text, 「场地费」 in one. */
function nounsOf(text: string): readonly string[] {
  const words = segmentWords(text);
  return words
    .slice(0, 3)
    .map((word, at) => (words[at + 1]?.length === 1 ? word + words[at + 1] : word));
}

/** What the source denies in so many words and nowhere else says: 「全部外包」 for 「短信不外包」. */
function plainlySaid(
  { said, sentence }: AlignedClause,
  { others }: ClauseAmong,
): string | undefined {
  const undone = keptUp.exec(sentence)?.[1];
  if (undone !== undefined && said.includes(undone) && !keptUp.test(said)) return undone;
  if (softDenial.test(said)) return undefined;
  const denied = findDenials(said);
  if (denied.length === 0 && deniesElse(others, sentence)) return undefined;
  const told = splitClauses(sentence).flatMap(findDenials);
  // 「没有关系」 for 「不挂钩」: what the clause denies in words of its own may be this very thing.
  if (denied.some((one) => !told.some((other) => overlap(one, other)))) return undefined;
  return told
    .filter((denial) => !denied.some((one) => overlap(one, denial)))
    .map(([first = '', second = '']) => (first.length > 1 ? first : first + second))
    .find((word) => word.length > 1 && said.includes(word) && !isAlsoPlain(word, sentence));
}

// 「不会取消」: what is not undone goes on.
const keptUp = /[不没][会再能有]?(取消|停止|禁止|拒绝|暂停|中止)/u;

function isAlsoPlain(word: string, sentence: string): boolean {
  return splitClauses(sentence).some(
    (clause) =>
      withoutPlainNegatives(clause).replace(negation, '＿').includes(word) &&
      !findDenials(clause).some((denial) => denial.join('').includes(word)),
  );
}

// Above this two clauses tell the same.
const sameClause = 0.5;

/** A short clause whose words nearly all stand in the claim. */
function isMostlySaid(source: string, said: string): boolean {
  const characters = [...source.replace(negation, '')].filter((one) => /\p{Script=Han}/u.test(one));
  const held = characters.filter((one) => said.includes(one));
  return characters.length >= 3 && held.length / characters.length >= 0.75;
}
