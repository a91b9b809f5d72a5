import { cutOnce } from '../cut-once.ts';
import type { Evidence } from '../evidence.ts';
import { tagWords } from '../tag-words.ts';
import { isFree } from '../words/known-words.ts';
import { isRareSurname, isSurname } from './find-persons.ts';

const offices =
  '书记|主任|局长|院长|校长|所长|站长|镇长|乡长|村长|县长|区长|市长|部长|处长|科长|队长|会长|理事长|董事长|总经理|经理|厂长|庭长|园长|老板|负责人|民警|交警|医生|大夫|护士|教师|老师|教授|律师|记者|干部|党员|社工|网格员|网格长|楼长|志愿者|调解员|农技员|技术员|居民|村民|牧民|社员|住户|业主|摊主|店主|骑手|司机|师傅|工人|女工|职工|青工|学生|家长|老人|老兵|士兵|军人|大户|养殖户|种粮户|果农|工程师|委员|干事|支书|会计|老党员|\\p{Script=Han}[农员师匠](?!傅)';
const speech =
  '说|表示|介绍|告诉|认为|坦言|回忆|感慨|强调|指出|透露|承认|提醒|解释|总结|评价|笑着|笑道|直言|讲|谈到|看来|的看法|算过|算了';
const verbs =
  '是|在|带|把|被|给|让|从|向|和|与|对|用|也|还|已|去|每|今|只|因|担任|当|负责|牵头|提|办|家|的|有|起|雇|种|养|找|走|看|写|送|住|主动|率先|第|曾|正|通过|为|经|又|至今|后来|今年|去年|这|时|收到|接到|参加|加入|组织|带领|发现|发起';

const given = '(\\p{Script=Han}{1,2}?)';
const patterns = [
  new RegExp(`(?:名叫|叫做|名为|姓名是|叫)(\\p{Script=Han})${given}(?=$|[,。;:、!?…的])`, 'gu'),
  new RegExp(`(?:${offices})(\\p{Script=Han})${given}(?=$|[,。;:、!?…]|${speech}|${verbs})`, 'gu'),
  new RegExp(`(?:^|[,。;:!?…据按照的])(\\p{Script=Han})${given}(?=${speech})`, 'gu'),
];

/** A surname and a given name behind a title, behind 名叫 or before a verb of speech that stand nowhere in what is cited. */
export function findStranger(
  claim: string,
  { text, bodies, headings, persons }: Evidence,
): string | undefined {
  const source = `${text}\n${bodies}\n${headings}`;
  const unknown = patterns
    .flatMap((pattern) => [...claim.matchAll(pattern)])
    .flatMap(([, surname = '', rest = '']) => (isName(surname, rest) ? [surname + rest] : []))
    .find((name) => !source.includes(name) && !persons.some((one) => name.startsWith(one)));
  return unknown ?? otherSurname(claim, source);
}

const beginning = /(?<=^|[,。;:!?…是由员师长工民者手农])(\p{Script=Han})(\p{Script=Han}{2})/gu;

/** 「藤四海」 for 「滕四海」: a given name that always has another surname before it. */
function otherSurname(claim: string, source: string): string | undefined {
  for (const [name, surname = '', own = ''] of claim.matchAll(beginning)) {
    if (
      source.includes(name) ||
      grammar.test(own) ||
      /^[多每各第几]|[长员师工]$/u.test(own) ||
      cutOnce(own).length === 1 ||
      isGrammatical(surname)
    )
      continue;
    const told = [
      ...source.matchAll(
        new RegExp(
          `(?<=^|[员师长人工兵户生民者手农]|[^\\p{Script=Han}])(\\p{Script=Han})${own}`,
          'gu',
        ),
      ),
    ].map(([, one = '']) => one);
    const isName =
      told.length > 0 &&
      told.every((one) => isSurname(one) && !isRareSurname(one) && one !== surname);
    if (isName) return name;
  }
  return undefined;
}

/** A verb, a preposition, a time or a place: 「当」 in 「党员当车长」. */
function isGrammatical(character: string): boolean {
  return /^[pvdrftcu]/u.test(tagWords(character)[0]?.tag ?? '');
}

const grammar =
  /[的了着过们都也还又就才很更最不没在是和与从向把被给让说讲这那其该各每所一二三四五六七八九十两几里上下内外中前后会能要可只已将当应为对等到去来做办]/u;

function isName(surname: string, given: string): boolean {
  if (!isSurname(surname)) return false;
  const name = surname + given;
  if (isFree(name) || isFree(given) || cutOnce(name).length === 1) return false;
  return !grammar.test(given.length === 1 ? name : given.slice(-1)) && !/[们家人员长]$/u.test(name);
}
