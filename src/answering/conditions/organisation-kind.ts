import { foldText } from '../../corpus/fold-text.ts';
import { ownWords } from '../conversation/own-words.ts';
import { focusPairs } from '../focus.ts';
import { findNamedPlaces } from '../verify/names/find-named-places.ts';

// Kinds of organisations as readers call them, the longer name first.
const kinds =
  '派出所|公安局|公安|交警|特警|民警|警察|消防队|消防|检察院|法院|法庭|司法所|司法局|监狱|部队|军队|社区卫生服务中心|卫生院|医院|幼儿园|中小学|小学|中学|大学|高校|职校|学校|院校|养老院|敬老院|居委会|村委会|社区|街道办|办事处|街道|小区|乡镇|苏木|嘎查|农村|牧区|村里|村子|村|镇|旗县|县里|机关|事业单位|组织部|宣传部|统战部|纪委|政法委|工会|妇联|团委|共青团|残联|工商联|商会|协会|合作社|人大|政协|政府|税务局|税务|财政局|教育局|民政局|卫健委|市场监管局|信访局|银行|保险公司|供电所|电力公司|电力|铁路|公交公司|公交|出租车公司|物业公司|物业|民营企业|民企|私企|国企|央企|非公企业|两新组织|企业|公司|工厂|车间|车队|超市|商场|图书馆|博物馆';
const partyBodies = '党总支|党支部|党组织|党工委|党委|支部|党员|单位|部门|干部';

const wholeKind = new RegExp(`(?:${kinds})$`, 'u');
const leading = new RegExp(
  `^(?:请问|想问|想知道|我?想了解)?\\p{Script=Han}{0,12}?(?:${kinds}|${partyBodies})(?:里|里头|上)?的?(?=怎么|怎样|如何|咋|有没有|有什么|有哪些|都|是怎|能不能|可以怎)`,
  'u',
);
const owning = new RegExp(`^(?:${kinds}|${partyBodies})(?:里|里头|上)?的`, 'u');

/** Whether a word names a kind of organisation, or one of that kind. */
export function endsInKind(word: string): boolean {
  return (
    wholeKind.test(foldText(word)) || findNamedPlaces(foldText(word)).some(({ isWeak }) => !isWeak)
  );
}

/** Whether a word names one organisation, 「翠柳社区」, and not only a kind, 「社区」. */
export function namesOne(word: string): boolean {
  return foldText(word).replace(wholeKind, '').length >= shortestName;
}

const shortestName = 2;

/** What an article must name to be of that kind: 「公交」 for 「公交公司」. */
export function kindOf(word: string): string {
  return foldText(word).replace(/(?<=.{2})(?:公司|局|队|委)$/u, '');
}

/** How the name or the title of an organisation says what a reader calls it: 「人大」 for 「人大机关」. */
export function calledAs(word: string): string {
  return kindOf(word).replace(/(?<=.{2})(?:机关|系统|单位|党支部|党委|那边|那里)$/u, '');
}

/** A question without whom it is asked of: 「检察院怎么搞党建品牌」 becomes 「怎么搞党建品牌」. */
export function withoutKind(question: string): string {
  const rest = question.replace(leading, '').replace(owning, '');
  const isWhole = rest.length >= shortestRest && ownWords(rest).length > 0;
  return isWhole && !holdsTopic(question.slice(0, -rest.length)) ? rest : question;
}

/** 「老旧小区」 and 「流动党员」 are what a question is about; 「新城区检察院」 is whom it is asked of. */
function holdsTopic(asked: string): boolean {
  if (findNamedPlaces(foldText(asked)).some(({ isWeak }) => !isWeak)) return false;
  const rest = asked.replace(askedOf, '');
  return !/[省市盟旗县区镇乡]$/u.test(rest) && focusPairs(rest).length > 0;
}

const askedOf = new RegExp(
  `^(?:请问|想问|想知道|我?想了解)|(?:${kinds}|${partyBodies})(?:里|里头|上)?的?$`,
  'gu',
);

const shortestRest = 4;
