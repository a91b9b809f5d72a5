import { segmentFolded, segmentWords } from '../../retrieval/tokenize.ts';
import { splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { isFree, isNew, withoutNumbers } from './known-words.ts';
import type { Find, Rules } from './rules.ts';

const places = '院所室厅站库校城园池墙房店馆厂街桥村镇县市区省港湾河湖岛塔寺庙';
// What Chinese nouns for people and for objects end in.
const persons = '员师兵警亲夫妻爷嫂姐弟妹哥姨叔伯婶匠';
const objects = '奶友机衣罩鞋帽盘灯管箱袋桌椅卡刀船仪器笔苗树瓜豆麦茶鱼鸡鸭牛羊猪病';

/**
 * A claim names no place, building, person's role or thing of its own: 粮库 for 锅炉房, 家长 for 学生, 雨衣 for 雨靴. What it
 * says of them in verbs and general nouns is free.
 */
export const thingRules: Rules = {
  'new-place-or-person': { fault: 'words', find: findNewOf(new Set(`${places}${persons}`)) },
  'new-object': { fault: 'words', isWeak: true, find: findNewOf(new Set(objects)) },
  'new-where': {
    fault: 'words',
    find: (claim, evidence) =>
      splitClauses(bareOf(claim, evidence))
        .flatMap(placesOf)
        .find((word) => isNew(word, sourceOf(evidence))),
  },
  'new-doer': {
    fault: 'words',
    isWeak: true,
    find: (claim, evidence) =>
      splitClauses(bareOf(claim, evidence))
        .flatMap(doersOf)
        .find((word) => isNew(word, sourceOf(evidence))),
  },
};

function bareOf(claim: string, evidence: Evidence): string {
  return withoutNumbers(withoutPersons(claim, evidence));
}

function sourceOf({ text, headings }: Evidence): string {
  return `${text}\n${headings}`;
}

/** Words of a claim for things of some kinds that neither the source nor the article has. */
function findNewOf(kinds: ReadonlySet<string>): Find {
  return (claim, evidence) => {
    const source = sourceOf(evidence);
    return withPairs(segmentWords(bareOf(claim, evidence)), `${source}\n${evidence.bodies}`).find(
      (word) =>
        kinds.has(word.slice(-1)) &&
        !/^[本该全各]/u.test(word) &&
        isNew(word, source) &&
        !evidence.bodies.includes(word),
    );
  };
}

/** 「粮库」, which no dictionary joins, is cut into two characters, neither of which the source has. */
function withPairs(words: readonly string[], source: string): readonly string[] {
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1] ?? '';
    const isPair = word.length === 1 && next.length === 1 && !isFree(word);
    return isPair && !source.includes(word) && !source.includes(next) ? [word + next] : [];
  });
  return [...words, ...pairs];
}

const where = new RegExp(
  `[在到](\\p{Script=Han}{1,10}?[${places}班间楼门床])(?=[里旁边外前口内]|$|[^\\p{Script=Han}]|[就办开设召坐摔])|[在到](\\p{Script=Han}{2,8}?)(?=[里旁边外口])`,
  'gu',
);

/** 「设在地铁站里」: where something is or happens. */
function placesOf(clause: string): readonly string[] {
  return [...clause.matchAll(where)].flatMap(([, place, other]) =>
    segmentWords(place ?? other ?? ''),
  );
}

const doer = /[由被]|(?<=[^不])是/u;

// A word of two characters with such a one in it is no doer: 拉去, 派人, 商量.
const deedIn = /^(?:.[去来着过到出进走起]|[派请拉叫找让喊劝逼吓打骂挨商]\p{Script=Han})$/u;

/** 「由县检察院请来」, 「……的是技工学校」: the words behind 由, 被 or 是 up to the first verb. */
function doersOf(clause: string): readonly string[] {
  const at = clause.search(doer);
  if (at === -1) return [];
  const words = segmentFolded(clause.slice(at + 1));
  const end = words.findIndex(({ segment }) => isFree(segment) || deedIn.test(segment));
  return words.slice(0, end === -1 ? words.length : end).map(({ segment }) => segment);
}

/** Persons have been looked for: 「李军」 may be cut into two words. */
function withoutPersons(claim: string, { persons }: Evidence): string {
  return persons.reduce((rest, name) => rest.replaceAll(name, ' '), claim);
}
