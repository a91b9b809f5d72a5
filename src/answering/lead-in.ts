import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import type { Passage } from '../retrieval/passage.ts';
import { leansBackwards } from './extracts/stand-alone.ts';
import { namesAsSubject, subjectBefore } from './organisation.ts';
import { findNamedPlaces } from './verify/names/find-named-places.ts';
import { findPersons, looksLikePerson } from './verify/names/find-persons.ts';

interface Excerpted {
  readonly article: Article;
  readonly passage: Passage;
  /** Verbatim slice of the passage. */
  readonly quote: string;
  /** What is told of it; the quote itself without. */
  readonly said?: string | undefined;
  /** Sentences of another article stand before it: without a word it would be taken for theirs. */
  readonly follows?: 'nothing' | 'another' | undefined;
}

/**
 * The organisation to set before a sentence, so that a reader knows whose it is; undefined where it says so itself.
 * The title behind another article's sentence where it tells of no organisation.
 */
export function leadInFor(excerpted: Excerpted): string | undefined {
  const { article, quote, said = quote, follows } = excerpted;
  const subject = whoseIs(excerpted);
  if (subject === null)
    return follows !== 'another' || article.title === null ? undefined : `《${article.title}》`;
  const person = personMeant(article.body.slice(0, offsetOf(excerpted)), said);
  if (person !== undefined) return person;
  const opening = firstSentence(foldText(said));
  if (namesItself(article, opening)) return undefined;
  return article.organisations.find((one) => isCalledShort(foldText(one), opening)) ?? subject;
}

/** The organisation that a quote is about: whom the claim or the quote itself begins with, else the one told of before it. */
export function whoseIs(
  quoted: Pick<Excerpted, 'article' | 'passage' | 'quote' | 'said'>,
): string | null {
  const { article, quote, said = quote } = quoted;
  const openings = [said, quote].map((text) => firstSentence(foldText(text)));
  const named = openings.flatMap((opening) =>
    article.organisations.filter((one) => namesAsSubject(opening, foldText(one))),
  );
  return named[0] ?? subjectBefore(article, offsetOf(quoted));
}

/** Where a quote stands in the body of its article. */
function offsetOf({ passage, quote }: Pick<Excerpted, 'passage' | 'quote'>): number {
  return passage.start + Math.max(0, passage.text.indexOf(quote));
}

interface Told extends Omit<Excerpted, 'follows'> {
  readonly said: string;
  /** The article of the claim before; undefined for the first, and where it was about somebody else. */
  readonly previous: string | undefined;
}

/** A claim with the organisation it is about in front, where the claim before it is not of the same article. */
export function withLeadIn({ previous, ...told }: Told): string {
  const { article, said } = told;
  const follows = previous === undefined || previous === article.id ? undefined : 'another';
  const leadIn = leadInFor({ ...told, follows });
  const isNew = article.id !== previous || leansBackwards(said);
  return leadIn === undefined || !isNew ? said : `${leadIn}：${said}`;
}

function firstSentence(text: string): string {
  return /^[^。！？!?\n]*/u.exec(text)?.[0] ?? '';
}

/** Its organisation is the subject, in full or by a place in its name; another body as the object does not count. */
function namesItself({ organisations, kicker }: Article, opening: string): boolean {
  const known = [...organisations, kicker ?? ''].map(foldText).filter((name) => name !== '');
  if (known.some((name) => namesAsSubject(opening, name))) return true;
  return findNamedPlaces(opening).some(
    ({ name }) =>
      name.length >= shortestName &&
      known.some((one) => beginsPart(one, name)) &&
      namesAsSubject(opening, name),
  );
}

/** 「事业部」 within 「新能源事业部」 is the end of a hundred names; 「大旗村」 behind a town is one of its own. */
function beginsPart(organisation: string, name: string): boolean {
  const at = organisation.indexOf(name);
  return at === 0 || (at > 0 && /[省区市盟州县旗镇乡木街道）)]$/u.test(organisation.slice(0, at)));
}

const shortestName = 3;

/** 「组织部把……」: a sentence that begins with the last word of an organisation's name means it. */
function isCalledShort(organisation: string, opening: string): boolean {
  return [6, 5, 4, 3, 2].some((length) => {
    const tail = organisation.slice(-length);
    return organisation.length > length + 1 && opening.startsWith(tail);
  });
}

// 「家里人埋怨他」 is about his family.
const heOrShe =
  /^(?:[^。！？，,]{0,12}[，,]|据|(?:业余|平时|后来|当时|如今)[，,]?)?[他她](?!们|人|乡|的)/u;

/** 「2013年，他开通了……」: the person named last before it. */
function personMeant(before: string, quote: string): string | undefined {
  const opening = heOrShe.exec(quote)?.[0];
  if (opening === undefined || findPersons(foldText(opening)).length > 0) return undefined;
  const named = findPersons(before).map((name) => ({ name, at: before.lastIndexOf(name) }));
  const last = named.toSorted((a, b) => a.at - b.at).at(-1);
  return last && wholeName(before, last);
}

const title = /(?:书记|主任|主席|委员|代表|经理|教授|医生|民警|干警|干部|[长员师])$/u;

/** 「旗委书记崔景翔」: a title may be cut with the surname behind it, and 景翔 looks like a name as well. */
function wholeName(text: string, { name, at }: { name: string; at: number }): string {
  const longer = text.slice(Math.max(0, at - 1), at) + name;
  const isCut = looksLikePerson(longer) && title.test(text.slice(0, Math.max(0, at - 1)));
  return isCut ? longer : name;
}
