import { antonyms, characterSeries } from '../denials/antonyms.ts';

/** 「东」 for 「西」, 「国道」 for 「省道」: the first or the last characters are two of one series. */
export function isOfSeries(said: string, told: string): boolean {
  if (said.length > 2 || told.length > 2) return false;
  return characterSeries.some((series) =>
    [0, -1].some((at) => {
      const [own, other] = [said.at(at) ?? '', told.at(at) ?? ''];
      return own !== other && series.includes(own) && series.includes(other);
    }),
  );
}

/** 「上升」 for 「下降」; 「保留」 and 「不会撤掉」 say the same. */
export function isContrary(said: string, told: string): boolean {
  if (isDenied(said) !== isDenied(told)) return false;
  return antonyms.some((pair) =>
    [pair, [pair[1], pair[0]] as const].some(
      ([one, other]) =>
        one.some((word) => word.length > 1 && said.includes(word)) &&
        other.some((word) => told.includes(word)),
    ),
  );
}

/** Whether a run has a word of denial in it. */
export function isDenied(run: string): boolean {
  return /[不没未无]/u.test(run);
}
