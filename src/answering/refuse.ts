import { foldText } from '../corpus/fold-text.ts';
import { findPersons, looksLikePerson } from './verify/names/find-persons.ts';

/** People whose private life is nobody's business: in hardship, ill, minors, victims. */
const person =
  '困难(?:群众|家庭|户|老人|职工|党员|学生|儿童)|贫困(?:户|家庭|学生)|低保户|特困|五保户|残疾|患者|病人|病号|老人|老太|大爷|大妈|奶奶|爷爷|孤儿|留守儿童|儿童|孩子|小孩|未成年|学生|女儿|儿子|女孩|男孩|青少年|受害(?:人|者)|被害人|矫正(?:对象|人员)|戒毒|吸毒|刑满|单亲|重病|白血病|癌|居民|农民工|受助|被帮扶|救助对象|帮扶对象';
const detail =
  '电话|手机号?|号码|联系方式|微信号?|住址|地址|住处|住哪|住在(?:哪|什么)|门牌|身份证|银行卡|账号|病历|病情|病名|得了?(?:的是?)?(?:什么|啥)病|患了?(?:的是?)?(?:什么|啥)病|什么病|姓名|名字|真名|叫什么|叫啥|是谁|姓什么|收入|工资|存款|财产|照片|隐私|家庭情况|家里(?:情况|有几口)|(?:怎么|为什么|为啥)(?:死|去世|离婚|残疾|瘫痪)|哪(?:个|所)学校|在哪上学|年龄|几岁|多大(?:年纪|岁数|了)';

const personThenDetail = new RegExp(`(?:${person}).{0,10}?(?:${detail})`, 'u');
const detailThenPerson = new RegExp(
  `(?:谁(?!家|都|来|给|去|帮|照|管|负责|为|替|跟|陪|办|组织|送)|哪(?:位|个(?!单位|社区|街道|部门|支部|村|镇|地方|公司|学校|机关|组织|队)|一?户|些人)|(?:姓名|名字|名单|电话|住址|身份证|联系方式)).{0,12}(?:${person})`,
  'u',
);
// These are private whoever is meant, unless an office is asked for.
const alwaysPrivate =
  /身份证号|银行卡号|家庭住址|家住(?:哪|在|什么)|住在?哪(?:里|儿|个|栋|户)?[？?。]?$|病历|得了?(?:的是?)?(?:什么|啥)病|患了?(?:的是?)?(?:什么|啥)病|私人(?:电话|手机|微信)|手机号/u;

// Who was helped, by what was done for them: 「被接进养老院的人」, 「不能自理的那位老人」.
const helped =
  /(?:(?:被|受|接受|得到|获得)[^,，。]{0,8}?(?:帮|救|助|接|送|抚养|照顾|照料|慰问|安置|收养)|生病|得病|患病|住院|瘫痪|不能自理|没人管|出车祸|轻生|离异)[^,，。]{0,10}?的?(?:那|这)?(?:个|位|名|户|家)?(?:人|家庭|群众|户|家|女的|男的)(?:家里|家)?的?(?:叫|姓|是谁|名字|名单|在哪|住|多大|几岁|电话|情况|现在)/u;
const hardship =
  '低保|贫困|困难(?:户|家庭|群众|职工|老人|学生|儿童)|特困|五保|残疾|独居|空巢|失能|孤寡|留守|孤儿|患者|病人|帮扶(?:对象|户|家庭)|救助对象|矫正|吸毒|单亲|重病|受助';
// A list of them, or which of the neighbours they are.
const list = new RegExp(
  `(?:${hardship}).{0,12}(?:名单|花名册|都有谁|有哪些人|是哪些人|是哪几[个户家])|名单.{0,8}(?:${hardship})|哪(?:些|几个?|个|户|家)(?:人家|人|家庭|户|家|住户|居民|老人|孩子)?(?:里|中)?(?:人)?.{0,3}(?:吃低保|是?低保|领低保|困难户|是?五保|有残疾|得了|患了|有病|离婚|坐过牢|吸毒)`,
  'u',
);
const listKeeping =
  /(?:名单|花名册).{0,4}(?:怎么|怎样|如何|由谁|谁来)|(?:怎么|怎样|如何).{0,6}(?:名单|花名册)/u;
// One of them, not the group: 「那个14岁孩子的情况」.
const oneOfThem =
  /(?:(?:那|这|某)(?:个|位|名|户)(?!社区|街道|村|支部|单位|地方|镇|公司|学校)[^,，。]{0,10}?|\d{1,2}岁的?(?:那|这)?(?:个|位|名)?)(?:孩子|小孩|娃娃?|女孩|男孩|女娃|男娃|少年|学生|老人|大爷|大妈|奶奶|爷爷|老太太?|病人|患者|残疾人|儿童|困难(?:户|家庭|群众))(?:家里?)?的?(?:具体|详细|家庭|身体|个人)?(?:情况|现在怎么样|怎么样了?$|身世|遭遇|病情)/u;

// A question about work with such people, not about one of them.
const aboutPractice =
  /怎么|怎样|如何|多少(?!钱|岁)|几(?:户|名|位|人|个)|做法|措施|经验|政策|条件|流程|手续|办理|申请|服务|机制|活动|平台|中心|热线/u;
const named =
  /名单|身份证|银行卡|病历|病情|住址|住哪|住在|手机|什么病|啥病|叫什么|叫啥|真名|是谁|姓名|名字|(?:电话|号码|联系方式)(?:是|多少|给|发)/u;

/** Whether a question is after private details of people in hardship, patients or minors. */
export function asksForPrivateDetails(question: string): boolean {
  const text = foldText(question).replace(/\s+/gu, '');
  if (list.test(text) && !listKeeping.test(text)) return true;
  if (oneOfThem.test(text) || asksForContact(text)) return true;
  if ((alwaysPrivate.test(text) || helped.test(text)) && !isOffice(text)) return true;
  const touchesPerson = personThenDetail.test(text) || detailThenPerson.test(text);
  if (!touchesPerson || isOffice(text)) return false;
  return !aboutPractice.test(text) || asksWhoTheyAre(text);
}

/** What remains of such a question when the private part is left out: the work it touches on. */
export function practiceBehind(question: string): string {
  const text = foldText(question).replace(new RegExp(`(?:${detail})|[的？?]`, 'gu'), ' ');
  return `${text} 帮扶 服务`.replace(/\s+/gu, ' ').trim();
}

const contact =
  /(\p{Script=Han}{2,4}?)(?:书记|主任|同志|先生|女士|老师|警官)?(?:家里?|本人)?的?(?:私人|个人)?(?:电话|手机|联系方式|微信|住址|身份证|银行卡|家庭地址)/u;

/** 「向荣的电话是多少」: how to reach somebody by name, whoever it is. */
function asksForContact(text: string): boolean {
  const whose = contact.exec(text)?.[1];
  if (whose === undefined || isOffice(text)) return false;
  return looksLikePerson(whose) || findPersons(text).some((name) => name.includes(whose));
}

function isOffice(text: string): boolean {
  return /(?:服务(?:站|中心|队|电话|热线)|热线|办公室|单位|机构|养老院|医院|学校|活动|项目|品牌|平台|工作法|模式|政策|小分队|服务队|工作室|中心)(?:的|是|在)?(?:电话|地址|号码|联系方式|名字|名称|叫|在|位于|住址)/u.test(
    text,
  );
}

/** 「怎么联系」 may still end in a name or an address. */
function asksWhoTheyAre(text: string): boolean {
  return (
    named.test(text) &&
    !/怎么(?:登记|保护|保密|管理|收集|统计|称呼)|如何(?:登记|保护|保密|管理|收集|统计)/u.test(text)
  );
}
