import { findNumerals } from '../../../corpus/numerals/numerals.ts';

/** 「明年」 for 「次年」, 「前年」 for 「两年前」, 「工作日」 beside 「双休日」. */
export function isToldOtherwise(word: string, text: string): boolean {
  if (/^[明来]年$/u.test(word)) return /[次翌转]年|第二年|一年后/u.test(text);
  if (word === '前年') return /[两2]年(?:以|之)?前/u.test(text);
  if (/^(?:白天|日间|[夜晚][里间上])$/u.test(word)) return /昼夜|日夜|24小时/u.test(text);
  if (/^(?:春节|过年|新春)$/u.test(word)) return /正月|年关|拜年/u.test(text);
  if (word === '工作日') return /双休|周末|平时|平日/u.test(text);
  return isSeasonOf(word, text) || (/夏/u.test(word) && /雨季|汛|伏天|高温|酷暑/u.test(text));
}

// First and last month, as people call them.
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  春: [2, 5],
  夏: [5, 9],
  秋: [8, 11],
  冬: [10, 14],
};

/** 「春天」 for 「4月」, where the source has no season. */
function isSeasonOf(word: string, text: string): boolean {
  const [from, to] = seasons[word.replace(/[天季日入金盛寒初开]/gu, '')] ?? [0, -1];
  if (to === -1 || /[春夏秋冬]/u.test(text)) return false;
  return findNumerals(text).some(({ kind, value }) => {
    const month = Math.floor(value / 100) % 100;
    return kind === 'date' && month > 0 && ((month >= from && month <= to) || month + 12 <= to);
  });
}
