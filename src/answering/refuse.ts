import { foldText } from '../corpus/fold-text.ts';

/** People whose private life is nobody's business: in hardship, ill, minors, victims. */
const person =
  '困难(?:群众|家庭|户|老人|职工|党员|学生|儿童)|贫困(?:户|家庭|学生)|低保户|特困|五保户|残疾|患者|病人|病号|老人|老太|大爷|大妈|奶奶|爷爷|孤儿|留守儿童|儿童|孩子|小孩|未成年|学生|女儿|儿子|女孩|男孩|青少年|受害(?:人|者)|被害人|矫正(?:对象|人员)|戒毒|吸毒|刑满|单亲|重病|白血病|癌|居民|农民工|受助|被帮扶|救助对象|帮扶对象';
const detail =
  '电话|手机号?|号码|联系方式|微信号?|住址|地址|住处|住哪|住在(?:哪|什么)|门牌|身份证|银行卡|账号|病历|病情|病名|得了?(?:的是?)?(?:什么|啥)病|患了?(?:的是?)?(?:什么|啥)病|什么病|姓名|名字|真名|叫什么|叫啥|是谁|姓什么|收入|工资|存款|财产|照片|隐私|家庭情况|家里(?:情况|有几口)|(?:怎么|为什么|为啥)(?:死|去世|离婚|残疾|瘫痪)|哪(?:个|所)学校|在哪上学|年龄|几岁|多大(?:年纪|岁数|了)';

const personThenDetail = new RegExp(`(?:${person}).{0,10}?(?:${detail})`, 'u');
const detailThenPerson = new RegExp(
  `(?:谁|哪(?:位|个|一?户|些人)|(?:姓名|名字|名单|电话|住址|身份证|联系方式)).{0,12}(?:${person})`,
  'u',
);
// These are private whoever is meant, unless an office is asked for.
const alwaysPrivate =
  /身份证号|银行卡号|家庭住址|家住(?:哪|在|什么)|住在?哪(?:里|儿|个|栋|户)?[？?。]?$|病历|得了?(?:的是?)?(?:什么|啥)病|患了?(?:的是?)?(?:什么|啥)病|私人(?:电话|手机|微信)|手机号/u;

// A question about work with such people, not about one of them.
const aboutPractice =
  /怎么|怎样|如何|多少(?!钱|岁)|几(?:户|名|位|人|个)|做法|措施|经验|政策|条件|流程|手续|办理|申请|服务|机制|活动|平台|中心|热线/u;
const named =
  /名单|身份证|银行卡|病历|病情|住址|住哪|住在|手机|什么病|啥病|叫什么|叫啥|真名|是谁|姓名|名字|(?:电话|号码|联系方式)(?:是|多少|给|发)/u;

/** Whether a question is after private details of people in hardship, patients or minors. */
export function asksForPrivateDetails(question: string): boolean {
  const text = foldText(question).replace(/\s+/gu, '');
  if (alwaysPrivate.test(text) && !isOffice(text)) return true;
  const touchesPerson = personThenDetail.test(text) || detailThenPerson.test(text);
  if (!touchesPerson || isOffice(text)) return false;
  return !aboutPractice.test(text) || asksWhoTheyAre(text);
}

/** What remains of such a question when the private part is left out: the work it touches on. */
export function practiceBehind(question: string): string {
  const text = foldText(question).replace(new RegExp(`(?:${detail})|[的？?]`, 'gu'), ' ');
  return `${text} 帮扶 服务`.replace(/\s+/gu, ' ').trim();
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
