import type { Evidence } from '../evidence.ts';

const titles =
  '书记|主任|经理|局长|队长|站长|老师|医生|大夫|大爷|大妈|奶奶|阿婆|阿姨|女士|先生|师傅|会长|校长|院长|所长|法官|警官|教授|镇长|村长|组长|班长|厂长|园长|部长|庭长';

/** A folded claim with 「翁经理」 and 「小范」 written as the only person of that surname the articles name. */
export function nameInFull(claim: string, { persons, bodies }: Evidence): string {
  const named = persons.filter((name) => name.length > 1 && !isRole(name));
  return named.reduce((rest, name) => {
    const surname = name.charAt(0);
    const isOnly = named.every((other) => other === name || other.charAt(0) !== surname);
    const short = new RegExp(
      `(?<![党支村镇乡区县市])(?:${surname}(?:${titles})|[小老]${surname}(?!\\p{Script=Han}{0,1}[院店路桥村镇区]))`,
      'gu',
    );
    return isOnly ? rest.replace(short, (whole) => (bodies.includes(whole) ? whole : name)) : rest;
  }, claim);
}

/** 「廖阿婆」 is as full as the article has it. */
function isRole(name: string): boolean {
  return new RegExp(`(?:${titles})$`, 'u').test(name);
}
