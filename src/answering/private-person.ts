import { foldText } from '../corpus/fold-text.ts';
import { startsWithFamilyName } from '../corpus/page/lines/family-names.ts';
import type { Hit } from '../retrieval/passage.ts';
import { segmentWords } from '../retrieval/tokenize.ts';

const kin =
  '女儿|儿子|父亲|母亲|爸爸|妈妈|丈夫|妻子|老伴|爷爷|奶奶|姥姥|孙子|孙女|孩子|家属|家境|家里|家中|病情|病';
/** 「半身不遂的陈永因…」, 「为冀中林的女儿申请救助」, 「患者周明生，」: a name of two or three characters by what stands about it. */
const bearer = new RegExp(
  `(?:[的为给帮把叫是让，。；、“]|患者|病人|村民|居民|学生|职工|户主|贫困户|低保户|老人|孤儿|儿童)(\\p{Script=Han}{2,3}?)(?=因|患|家(?:里|中|境)|一家|夫妇|今年|的(?:${kin})|[，,]?(?:今年)?\\d{1,2}岁)`,
  'gu',
);
/** 「14岁的小升」, 「小升的父亲」, 「郭老太」. */
const nickname = new RegExp(
  `岁的(小(?![学伙姑男女朋孩娃])\\p{Script=Han})|(小\\p{Script=Han})(?=的(?:${kin}))|(\\p{Script=Han}(?:老太太?|老汉|大爷|大妈|大娘|奶奶|阿婆))`,
  'gu',
);
const hardship =
  /白血病|癌|瘫痪|半身不遂|卧床|残疾|低保|五保|特困|贫困|困难|救助|患有|患病|重病|大病|病情|尿毒症|透析|不能自理|失能|独居|孤儿|辍学|去世|改嫁|离异|单亲|交通事故|上门送药|家里没有/u;
const office =
  '书记|主任|局长|院长|校长|所长|站长|队长|委员|经理|民警|交警|警官|医生|护士|教师|老师|律师|记者|干部|志愿者|网格员|负责人|同志';

/** Whether a question names somebody whom an article that was found for it tells of as in hardship, ill or a minor. */
export function namesPrivatePerson(question: string, hits: readonly Hit[]): boolean {
  const asked = foldText(question);
  const articles = new Set(hits.map(({ article }) => article));
  return [...articles].some(({ body }) => {
    const text = foldText(body);
    return peopleIn(text).some(
      (name) => asked.includes(name) && isInHardship(name, text) && !holdsOffice(name, text),
    );
  });
}

function peopleIn(text: string): readonly string[] {
  const named = [...text.matchAll(bearer)].map(([, name = '']) => name);
  const called = [...text.matchAll(nickname)].flatMap((match) => match.slice(1).filter(Boolean));
  return [...new Set([...named, ...called])].filter(
    (name) => (startsWithFamilyName(name) || name.startsWith('小')) && !isWord(name),
  );
}

/** 「费用因…」, 「计划因…」: a word that begins like a name. */
function isWord(name: string): boolean {
  return name.length === 2 && !name.startsWith('小') && segmentWords(name).length === 1;
}

function isInHardship(name: string, text: string): boolean {
  return text
    .split(/(?<=[。！？\n])/u)
    .some((sentence) => sentence.includes(name) && hardship.test(sentence));
}

/** Who speaks or acts for an office may be asked about, whatever befell those they tell of. */
function holdsOffice(name: string, text: string): boolean {
  return new RegExp(`(?:${office})${name}|${name}(?:${office}|说|表示|介绍|认为|坦言)`, 'u').test(
    text,
  );
}
