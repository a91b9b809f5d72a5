import type { Article } from '../../corpus/article.ts';
import { organisationOf } from '../organisation.ts';
import { likenessOf, type Profile } from '../profile.ts';

/** What an answer says of the conditions it was found under, and of whom it tells. */
export const missingQuestionNote =
  '请把想问的事一起写上，例如：“社区养老服务怎么做？只看呼和浩特的。”';
export const undatedNote = '按时间找时，没有注明日期的文章不在其中。';

export function missingConditionNote(labels: readonly string[]): string {
  const said = labels.map((label) => `“${label}”`).join('');
  return `只在${said}里找，没有找到讲这件事的；去掉条件也许能找到，点下面的按钮或者发“去掉条件”就行。`;
}

/** Of who asks for more under conditions. */
export function noMoreConditionNote(labels: readonly string[]): string {
  const said = labels.map((label) => `“${label}”`).join('');
  return `这是只在${said}里找的；去掉条件也许还有，点下面的按钮或者发“去掉条件”就行。`;
}

export const noConditionNote = '前面的回答没有带条件，直接提问就行。';

export function noneOfKindNote(kind: string): string {
  return `现有资料里没有找到${kind}这方面的做法。`;
}

export function elsewhereNote(place: string): string {
  return `资料里没有${place}这方面的做法，下面是别处的。`;
}

/** Says which of the cited articles, in the order of the answer, are of organisations like the reader's. */
export function likenessNote(cited: readonly Article[], profile: Profile): string | undefined {
  const likely = cited.map((article) => ({
    name: nameOf(article),
    reason: likenessOf(article, profile).reason,
  }));
  const first = likely.find(({ reason }) => reason !== '');
  if (first === undefined) return undefined;
  const names = likely.filter(({ reason }) => reason === first.reason).map(({ name }) => name);
  const said = `${[...new Set(names)].join('、')}${first.reason}`;
  const at = likely.findIndex(({ reason }) => reason !== first.reason);
  const isAhead = likely[0] === first && at === names.length;
  return isAhead ? `${said}，排在前面。` : `${said}。`;
}

function nameOf(article: Article): string {
  const organisation = organisationOf(article);
  if (organisation !== null) return organisation;
  return article.title === null ? '其中一篇' : `《${article.title}》`;
}
