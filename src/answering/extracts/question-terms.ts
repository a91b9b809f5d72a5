import { contentWords, hanBigrams } from '../../retrieval/tokenize.ts';

/** A piece of the question to look for in sentences, folded. */
export interface QuestionTerm {
  readonly text: string;
  readonly weight: number;
}

const wordWeight = 1;
const bigramWeight = 0.5;
const unigramWeight = 0.4;

// Words that say how something is asked and stand in sentences about anything.
const askingWords = new Set(
  '搞 弄 做 办 干 做的 办的 该 咋 人家 别人 别的 别处 其他 单位 地方 做法 办法 经验 例子 案例 好 多 想 挺 讲究 各地 东西 事 事情 情况 方面 具体 出来 起来 下去 没 大家 一起 现在 到底 一共 总共 大概 分别 那边 那个 那种 那天'.split(
    ' ',
  ),
);

/** The words of a question, their character pairs and their single Han characters, each once. */
export function questionTerms(question: string): readonly QuestionTerm[] {
  const all = contentWords(question);
  const telling = all.filter((word) => !askingWords.has(word));
  const words = telling.length === 0 ? all : telling;
  const characters = words.flatMap((word) => word.match(/\p{Script=Han}/gu) ?? []);
  const weights = new Map<string, number>();
  for (const character of characters) weights.set(character, unigramWeight);
  const content = new Set(characters);
  for (const pair of hanBigrams(question))
    if (pair.length > 1 && [...pair].every((one) => content.has(one)))
      weights.set(pair, bigramWeight);
  for (const word of words) weights.set(word, wordWeight);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}
