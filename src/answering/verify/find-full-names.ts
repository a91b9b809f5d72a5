import { segmentFolded } from '../../retrieval/tokenize.ts';
import { isSurname } from './find-persons.ts';

// What people are, as Chinese nouns for them end; a name often follows.
const kindOfPerson = '[员师长人工兵户生民者手商匠主家妇哥姐嫂友婆爷奶叔伯娘记任理导官警士傅机]';
const behindRole = new RegExp(`\\p{Script=Han}${kindOfPerson}$`, 'u');
const beginning = /(?:^|其中|[,。;:!?、“”"「」\n由请对向给让和与叫据是])$/u;
const goesOn =
  /^(?:$|[,。;:!?、“”"\n]|[的说在把被从向和与是有也还又先曾正讲带守卖买家自去来给用想算将拿骑笑一没因以靠凭花])|^(?:表示|介绍|认为|回忆|觉得|担任|兼任|起初|原来|主动|告诉|坦言|负责|牵头|突发|当场|每[天月周年])/u;
const doubleSurname =
  /^(?:欧阳|上官|闻人|司徒|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|南宫|端木)/u;
const noName =
  /[的了着过们都也还又就才很更最不没在是和与从向把被给让说讲这那其该各每所一二三四五六七八九十两几会能要可只已将]/u;

/** Names of three characters in a folded text: a surname that words are cut before, behind a role or at the beginning, or named twice. */
export function findFullNames(text: string): readonly string[] {
  const cuts = new Set(segmentFolded(text).map(({ index }) => index));
  const names = new Set<string>();
  for (const at of cuts) {
    const name = text.slice(at, at + 3);
    if (cuts.has(at + 3) && isName(name) && isShown(name, text, at) && !isWord(name))
      names.add(name);
  }
  return [...names];
}

function isShown(name: string, text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 4), at), text.slice(at + 3, at + 6)];
  if (!behindRole.test(before) && !beginning.test(before)) return false;
  return goesOn.test(after) || text.indexOf(name) !== text.lastIndexOf(name);
}

function isName(name: string): boolean {
  return (
    /^\p{Script=Han}{3}$/u.test(name) &&
    (isSurname(name) || doubleSurname.test(name)) &&
    !noName.test(name.slice(1)) &&
    !/[村镇乡县区市里街路河湾店厂局院]$/u.test(name)
  );
}

/** A word of the language is no name, nor what begins with a word of two characters. */
function isWord(name: string): boolean {
  const [first] = segmentFolded(name);
  return !doubleSurname.test(name) && (first?.segment.length ?? 0) > 1;
}
