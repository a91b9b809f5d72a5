import { widthOf } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import type { RoleLine } from '../lines/role-line.ts';
import type { HeadingGroup } from './heading-group.ts';

/** A column name is no longer than this, and stands in one line. */
export const widestColumnName = 12;
/** The first line of a headline is hardly as short as this; a column name is. */
export const shortestTitleLine = 4;

/** 观潮 or 湖边漫笔 above a headline; 菜场里的 begins one. */
export function isColumnName({ line }: RoleLine, { isDense, usualBlanks }: PageStyle): boolean {
  if (line.width > widestColumnName) return false;
  if (columnWord.test(line.text) || shortColumn.test(line.text)) return true;
  const isFour = /^[\p{Script=Han}]{4}$/u.test(line.text);
  // Where blank lines stand everywhere or nowhere, nothing but its length tells it from a headline.
  const isEven = isDense || usualBlanks > 0;
  const isShort = isFour || (isEven && line.width <= shortestTitleLine + 1);
  return isShort && !beginsTitle.test(line.text) && !isOccasion(line.text);
}

/** Tells when something was done: 高考首日, 汛期来临 */
export function isOccasion(text: string): boolean {
  return occasion.test(text);
}

const occasion =
  /(?:首[日天月年]|当[日天]|前夕|(?<!背|幕)后|[时前]|期间|之[际后前]|以来|来临|将至|[清凌]晨|深夜|傍晚|午后|[春夏秋冬雨汛]季|时[节分])$/u;

/** Words that names of columns end with, when they stand above a headline. */
const shortColumn =
  /^[^的了]{2,5}(?:先锋|故事|进行时|现场|大家谈|面对面|回音壁|手记|直通车|在行动|广角|园地|讲堂|纵横|万象|百态|话题|关注|视线|足迹|印记|速递|传真|专栏|见闻)$|^\p{Script=Han}{2}[录度壁谈角窗台坛评廊苑园榜志话语声说记眼栏吧汇集]$/u;

/** 一根竹子, 让老手艺 and 老厂房里 begin a headline that goes on in the next line. */
const beginsTitle =
  /^[一两三][^线周日月年句起心路图言会农家]|^[让把将给]|[的了在和与把让为从到是有里上下来出]$/u;

/** Whether a group may be the name of a column: one short line that says nothing of its own. */
export function looksLikeColumn({ kicker, title, subtitle, lines }: HeadingGroup): boolean {
  if (kicker !== null || subtitle !== null || title === null || lines.length > 1) return false;
  return widthOf(title) <= widestColumnName && !/[，。？！?!]/.test(title);
}

/** 影像 above a picture is a column name, not what the picture shows. */
export function namesPictures({ title, lines }: HeadingGroup): boolean {
  return lines.length === 1 && title !== null && pictureColumn.test(title);
}

/** ★ 党员名片 ★, as no headline is set. */
export function isFramed({ lines: [line, ...more], mark }: HeadingGroup): boolean {
  const isShort = line !== undefined && more.length === 0 && line.width <= widestColumnName + 2;
  return isShort && mark !== '' && line.text.length > 2 * mark.length && line.text.endsWith(mark);
}

const pictureColumn = /^.{0,6}(?:影像|光影|镜头|图片新闻|新闻图片|图说|视觉|瞬间|掠影|摄影)$/u;

/** Longer than most column names are, and without one of their words: as well a headline. */
export function mayBeHeadline({ title }: HeadingGroup): boolean {
  return title !== null && widthOf(title) > shortestTitleLine && !columnWord.test(title);
}

const columnWord =
  /(?:漫笔|随笔|观潮|评论|论坛|短波|简讯|快讯|短讯|动态|集锦|之窗|天地|风采|人物|掠影|连载|数字榜|课堂|词典|一线|实践|来信|广告|公告栏|信箱|视点|聚焦|茶座|党建|领航)$/u;
