const item = '\\p{Script=Han}{2,4}';
const list = new RegExp(
  `((?:${item}[、和与及])+${item}?)(?:[二两三四五六七八九十]|\\d+)个?(?:村|镇|乡|码头|社区|街道|小区|县|区|市|车站|渔港|水库)`,
  'gu',
);
const grammar = /[的在到是由向从给把被了着过等各该本这那每以进来去]/u;

/** 「石桥、沙沟两个村」 for 「石门、沙沟两个村」: of places listed together, the one that is told nowhere. */
export function otherListed(claim: string, source: string): string | undefined {
  for (const [, listed = ''] of claim.matchAll(list)) {
    const names = listed.split(/[、和与及]/u).map((name) => name.slice(-2));
    const untold = names.filter((name) => !grammar.test(name) && !source.includes(name));
    if (untold.length > 0 && untold.length < names.length) return untold[0];
  }
  return undefined;
}
