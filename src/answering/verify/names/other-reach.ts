import type { Evidence } from '../evidence.ts';

const levels = '省|市|县|区|旗|州|镇|乡|村|街道|社区|苏木|嘎查';
const whole = new RegExp(`(?<!健|安|完|齐|保|周)全(${levels})`, 'gu');

/** 「全省」 for 「全市」: the source tells of another whole, and of this one nowhere. */
export function findOtherReach(
  claim: string,
  { text, headings, passages }: Evidence,
): string | undefined {
  const told = [...text.matchAll(whole)].map(([reach]) => reach);
  if (told.length === 0 || told.some((reach) => claim.includes(reach))) return undefined;
  return [...claim.matchAll(whole)]
    .map(([reach]) => reach)
    .find((reach) => !`${text}\n${headings}\n${passages}`.includes(reach));
}

const towns =
  /(?<!\p{Script=Han}{2})(?:省城|省里|市里|市区|市内|县城|县里|县上|镇上|镇里|乡里|乡上)|(?<=[在到去往从由向])(?:省城|省里|市里|市区|市内|县城|县里|县上|镇上|镇里|乡里|乡上)/gu;

/** 「送到县城」 for 「送到镇上」: a town of a level that the source has nowhere, where it has one of another. */
export function findOtherTown(claim: string, { text }: Evidence): string | undefined {
  return [...claim.matchAll(towns)]
    .map(([town]) => town)
    .find((town) => {
      const [level = ''] = town;
      const told = [
        ...text.matchAll(/[省市县镇乡](?=[上里城区内])|(?<=\p{Script=Han})[市县镇乡]/gu),
      ];
      return (
        !text.includes(level) &&
        !(level === '县' && text.includes('城')) &&
        told.some(([one]) => !claim.includes(one))
      );
    });
}
