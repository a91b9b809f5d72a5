import { marks, nobody, type People, readPeople, simplifyRoles } from './bylines.ts';
import { startsWithFamilyName } from './family-names.ts';
import type { PageLine } from './page-lines.ts';

/**
 * - `text`: of a body; `lead`: a body's first line, with its 本报讯; `marked`: a paragraph behind ●, ◆ or the like
 * - `row`: of a table or a list of names; each is a paragraph of its own
 * - `heading`: headline, column name or sub-heading; `kicker`: a line before a headline that ends in a colon
 * - `byline`, `credit` (of a photo), `signature` (a name or source in brackets), `jump` (下转第3版)
 * - `note`: an editor's note begins; `furniture`: page credits, mastheads, addresses
 */
export type LineRole =
  | 'text'
  | 'lead'
  | 'marked'
  | 'row'
  | 'heading'
  | 'kicker'
  | 'byline'
  | 'credit'
  | 'signature'
  | 'jump'
  | 'note'
  | 'furniture';

export interface LineReading {
  readonly role: LineRole;
  /** Why it was taken for that, in Chinese. */
  readonly why: string;
  /** The mark at its beginning, or the empty string. */
  readonly mark: string;
  readonly people: People | null;
}

export const leadStart = new RegExp(
  [
    '^(?:本报|本刊|本台|本网|[\\p{Script=Han}]{2,6}[网报社])?讯\\s*[（(]',
    '^[\\p{Script=Han}]{1,8}(?<![通资音审问])讯\\s*[（(]\\s*(?:[\\p{Script=Han}]{0,6}(?:记者|通讯员|实习生)|$)',
    '^(?:本[报刊台网]|[\\p{Script=Han}]{0,3}(?:[晚晨日商快时早]|都市)报)讯',
    '^[（(][\\p{Script=Han}]{1,7}讯[）)](?=.)',
    '^【[^】]{0,6}(?:记者|通讯员)[^】]{1,40}】',
    '^(?:本报|[\\p{Script=Han}]{1,4}社)[\\p{Script=Han}\\d]{1,16}日[讯电]',
    '^[（(](?:[\\p{Script=Han}]{0,8})(?:记者|通讯员)[^）)]{0,60}(?:[）)](?=.)|$)',
  ].join('|'),
  'u',
);

const weather =
  /^(?:[今明]{1,2}两?[天日]?|近期|未来\S{1,2}天)?天气(?:预报)?[:：\s].*(?:℃|[晴雨阴雪雾])/u;

/** 【征稿启事】: something other than the article above it. */
const notice = /^【[^】]{0,6}(?:启事|公告|通告|声明|通知|更正|广告|预告|提示)】./u;

const pageCredit =
  /^(?:本版|本期|今日)?(?:责任编辑|责编|(?:执行|值班|版面|视觉|文字|图片|助理)?编辑|美术编辑|美编|版式设计|版式|校对|值班\S{0,4}|主编|执行主编|组版|统筹|策划|监制|编审|审核|审读|审校|制图|排版|版面设计|一读|二读|见报)(?:[:：/／丨|]|\s+[\p{Script=Han}]{2,4}(?:\s|$))/u;
const masthead =
  /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,16}(?:星期|周)[一二三四五六日天]|^星期[一二三四五六日天](?!.*[，。；“])|^(?:农历(?!.*[，,])|国内统一|邮发代号|今日\s*\d+\s*版|总第\s*\d+\s*期|第\s*\d+\s*期)|^(?:第\s*)?[A-Z]?\d{1,2}\s*版?$|^第?\s*[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版(?:[\s:：·|丨]*[\p{Script=Han}·]{2,9})?(?:\s*\d{4}年\d{1,2}月\d{1,2}日)?$|^[\p{Script=Han}（）()]{4,24}(?:主办|主管|出版)(?:\s|$)|^内部(?:资料|刊物|交流)|^[A-Z]?\d{2}[\s:：·|丨]*[\p{Script=Han}]{2,4}$|^(?:本期|今日)?(?:目录|导读|要目|导读目录)[:：]?$|\s第?[A-Z]?\d{1,2}\s*版$|^[^，。]{0,20}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:农历\S+\s*)?(?:星期|周)[一二三四五六日天][^，。]{0,12}$|…\s*\d{1,2}$|(?:[>》→]|详见|见)\s*第?\s*[A-Z]?[\d一二三四五六七八]{1,3}\s*版[）)]?$/u;
// A line that is nothing but a date, of an issue or under a notice.
const dateLine =
  /^[\p{Script=Han}]{0,14}[\s]?(?:\d{4}|[〇○零一二三四五六七八九十]{4}|[\p{Script=Han}]{2,6})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日(?:[\s总第].{0,20})?$/u;
/** Why a line with an address, a telephone number or the like is furniture. */
export const address = '联系方式';

const addressLine =
  /(?:热线|电话|邮箱|e-?mail|网址|微信号?|投稿|传真|邮编|地址)\S{0,6}[:：\s]\s*[\w@.:/—–－-]{5,}|地址[:：]\s*[\p{Script=Han}\w]{2,16}\d+(?:号|室|弄|$)/iu;
const editorsNote =
  /^[【[〔]?(?:编者按|编者的话|编前话?|编后语?|开栏的话|开栏语|按语|編者按|編者的話)/u;
const jump =
  /^[（(【]?\s*(?:下转|上接|转|接|紧接)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版.{0,20}$|^[（(【]?(?:未完)?待续[）)】]?$/u;
// 编辑同志： begins a letter.
const salutation = /(?:同志|先生|女士|朋友|读者|老师|领导|您好?|你好)们?[:：]$/u;
const source =
  /^[（(]?\s*(?:来源|稿件来源|文章来源)\s*[:：]?[^。，]{2,30}[）)]?$|^[（(](?:作者|来源|据|摘自)[^）)]{2,40}[）)]$/u;
const bylineWord = /记者|通讯员|撰稿|作者|评论员|文\/|文、图|图文|摄影|供图|文字/u;
// □张丞玮, ●张三 李四: nothing but names behind a mark.
const bareNames =
  /^(?:[\p{Script=Han}·]{2,6}|[\p{Script=Han}] [\p{Script=Han}])(?:[\s、](?:[\p{Script=Han}·]{2,6}|[\p{Script=Han}] [\p{Script=Han}])){0,3}$/u;
const markStart = new RegExp(`^[${marks}]+\\s*`, 'u');

/** 「2024年7月1日 第26期 党建天地 编辑：某某 电话：…」: all of a masthead in one line. */
const fullMasthead =
  /^(?=.{0,80}$)\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s[^，。；]*(?:第\s*\d+\s*期|编辑[:：]|电话[:：]|热线[:：]|星期[一二三四五六日天])[^，。；]*$/u;

/** Bylines and page credits take one line. */
const widestByline = 42;

/** What a line is when only the line itself is looked at. */
export function readLine({ text: printed, width }: Pick<PageLine, 'text' | 'width'>): LineReading {
  const text = simplifyRoles(printed);
  const mark = markStart.exec(text)?.[0] ?? '';
  const content = text.slice(mark.length);
  const reading: Reading = (role, why, people = null) => ({ role, why, mark: mark.trim(), people });
  const isShort = width <= widestByline && !/[。；]/.test(text);
  if (smallAd.test(content) && addressLine.test(content)) return reading('furniture', '分类广告');
  const why = whyFurniture(content, isShort);
  if (why !== null) return reading('furniture', why);
  if (jump.test(content)) return reading('jump', '转版提示');
  if (editorsNote.test(content)) return reading('note', '编者按');
  const signed = bracketed(content);
  if (signed !== null) return reading('signature', '括号里的署名', signed);
  if (isShort && source.test(content)) return reading('signature', '来源');
  return readOpening(content, reading) ?? readByline(content, { mark, width, reading });
}

function readOpening(content: string, reading: Reading): LineReading | null {
  if (notice.test(content)) return reading('marked', '以【】里的名称开头的启事');
  return leadStart.test(content) ? reading('lead', '以“本报讯”或记者署名开头') : null;
}

const longestNameless = 12;
const nameless = /^(?:本[报刊]|[\p{Script=Han}]{2,4}报)(?:特约)?(?:评论员|评论部|编辑部)$/u;

/** The people a line names that is nothing but a bracket: （柳叶青） */
function bracketed(content: string): People | null {
  const inside = /^[（(]([^（）()]{2,40})[）)]$/u.exec(content)?.[1];
  return inside === undefined ? null : readPeople(inside);
}

interface Line {
  readonly mark: string;
  readonly width: number;
  readonly reading: Reading;
}

function readByline(content: string, line: Line): LineReading {
  if (content.length <= longestNameless && nameless.test(content))
    return line.reading('byline', '不署名的作者', nobody);
  const isShort = line.width <= widestByline && !/[。；]/.test(content);
  const people = isShort && isNamed(content, line.mark) ? readPeople(content) : null;
  return people === null ? unnamed(content, line) : personal(people, line.reading);
}

/** 旺铺出租：…… 电话：…… */
const smallAd =
  /^(?:旺铺|门面|商铺|店面|厂房|房屋|急售|急转|出租|出售|招租|转让|招聘|求购|搬家|开锁|疏通|上门|高价)/u;

function whyFurniture(content: string, isShort: boolean): string | null {
  if (fullMasthead.test(content)) return '报头或版次';
  if (!isShort) return null;
  if (pageCredit.test(content)) return '版面编辑名单';
  if (masthead.test(content) || dateLine.test(content)) return '报头或版次';
  if (weather.test(content)) return '天气预报';
  return addressLine.test(content) ? address : null;
}

/** A name alone is a byline only behind a mark: two or three characters may be anything. */
function isNamed(content: string, mark: string): boolean {
  return (
    bylineWord.test(content) ||
    /摄$|\/图$|摄影报道$/.test(content) ||
    (mark !== '' && bareNames.test(content) && startsWithFamilyName(content))
  );
}

type Reading = (role: LineRole, why: string, people?: People | null) => LineReading;

function personal(people: People, reading: Reading): LineReading {
  const { reporters, correspondents, unlabelled } = people;
  return reporters.length + correspondents.length + unlabelled.length === 0
    ? reading('credit', '图片作者', people)
    : reading('byline', '作者署名', people);
}

function unnamed(content: string, { mark, width, reading }: Line): LineReading {
  if (
    width <= 34 &&
    /(?:[:：]|——)$/.test(content) &&
    !/[。；，,]/.test(content) &&
    !salutation.test(content)
  ) {
    return reading('kicker', '以冒号或破折号结尾的短行');
  }
  if (mark !== '' && (width > 16 || /[。，]/.test(content)))
    return reading('marked', `以${mark.trim()}开头的一段`);
  return reading('text', '正文');
}
