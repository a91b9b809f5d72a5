import { looksLikePerson } from '../names/find-persons.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';

/** Whether a word may belong to what somebody is called. */
function isInName({ word, tag }: TaggedWord): boolean {
  if (!/^\p{Script=Han}+$/u.test(word) || notNames.test(word)) return false;
  return nominal.test(tag) || inNames.test(word) || (/.[长员]$/u.test(word) && !growing.test(word));
}

/** A part of a person's name that the words cut: 「韩松」, 「年」. */
function isOfPerson({ index }: TaggedWord, text: string, persons: readonly string[]): boolean {
  return persons.some((one) => {
    const at = text.indexOf(one);
    return at !== -1 && index >= at && index < at + one.length;
  });
}

// 「由高变低」
const turning = /^[高大多少低小旧]/u;
const growing = /^[增成延生助见擅加动]/u;
const notNames = /^(?:同|带人|轮班|轮流|共同|联合|一起|自筹|自己)$/u;
const nominal = /^(?:n|zg|an|[bjx])/u;
const inNames =
  /^(?:健康|应急|监督|保障|开发|建设|发展|保护|救援|规划|执法|退休|离休|在职|返乡|驻村|包村|挂职|值班|轮值|下岗|老)$/u;

/** The nouns that a text begins with, where they name a person, a body or a group of people. */
export function nounsOf(text: string, persons: readonly string[]): string | undefined {
  const words = tagWords(text);
  const end = words.findIndex((one) => !isInName(one) && !isOfPerson(one, text, persons));
  const nouns = end === -1 ? words : words.slice(0, end);
  const name = /^嘎查达/u.exec(text)?.[0] ?? nouns.map(({ word }) => word).join('');
  // What jieba holds for one unknown word: 「社区党委同区」, 「轮班」
  const own = /^.{2,}?(?=同[省市县区镇乡村]|带人|带队|轮班|轮流)/u.exec(name)?.[0];
  if (own !== undefined) return own;
  if (turning.test(name)) return undefined;
  const person = persons.find((one) => new RegExp(`${one}(?![院所站局])`, 'u').test(name));
  if (person !== undefined && !tails.test(name))
    return name.slice(0, name.indexOf(person) + person.length);
  if (isSomebody(name, persons)) return name;
  // 「轮机长清舱」: a deed that no dictionary knows
  const known = nouns.at(-1)?.tag.startsWith('x') ? name.slice(0, nouns.at(-1)?.index) : '';
  return tails.test(known) && isSomebody(known, persons) ? known : undefined;
}

const tails =
  /(?:[员者长师工民人生户主委局部院会队组站所厂社司校团处科室联班办馆党们家方官警兵董]|城管|消防|公安|财政|客户|家属|群众|邻居|街坊|乡亲|嘎查达|商贩|党总支|护士|骑手|选手|能手|工匠|战友|老乡|妇女|夫妇|果农|菜农|茶农|药农|蜂农|小贩|大夫|大爷|大妈|大娘|阿姨|爷爷|奶奶|中心|书记|主任|经理|支部|公司|集团|学校|政府|街道|社区|代表|教授|客户|老板|主席|总监|干部|会计|法官|居民|孩子|老人|师傅|团委|银行|支行|[省市县区镇乡村]|父亲|母亲|儿子|女儿|妻子|丈夫|旗|苏木|嘎查)$/u;
const things =
  /(?:工会|大会|例会|机会|社会|办法|问题|[骗饭布格结当残]局|过长|洪水|时间|下头|[^支]部分|内部|全部|外部|安全员额|病房|会议|[^本]人生|作品|专家意见)$/u;

const titled =
  /(?:[员长师工生士授手]|书记|主任|经理|律师|会计|干部|代表|居民|村民|医生|法官|民警)(\p{Script=Han}{2,3})$/u;

/** Whether words end in a person, a body or a group of people. */
export function isSomebody(text: string, persons: readonly string[]): boolean {
  if (/的人$|^让|^[作笔记]者$|^(?:工作人员|.人)$/u.test(text) || text.length < 2) return false;
  if (things.test(text) && !/工会$/u.test(text)) return false;
  if (tails.test(text) || persons.some((one) => text.endsWith(one))) return true;
  const called = titled.exec(text)?.[1];
  if (called !== undefined && looksLikePerson(called)) return true;
  const last = tagWords(text).at(-1);
  return last !== undefined && /^(?:nr|x)/u.test(last.tag) && looksLikePerson(last.word);
}
