import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import type { Passage } from '../retrieval/passage.ts';
import { subjectBefore } from './organisation.ts';
import { findNamedPlaces } from './verify/find-named-places.ts';
import { findPersons } from './verify/find-persons.ts';

export interface Excerpted {
  readonly article: Article;
  readonly passage: Passage;
  /** Verbatim slice of the passage. */
  readonly quote: string;
}

// A subject stands at the beginning of a sentence.
const subjectReach = 24;

/** The organisation to set before a sentence, so that a reader knows whose it is; undefined where it says so itself. */
export function leadInFor({ article, passage, quote }: Excerpted): string | undefined {
  const at = passage.text.indexOf(quote);
  const subject = subjectBefore(article, passage.start + Math.max(0, at));
  if (subject === null) return undefined;
  const opening = foldText(quote).slice(0, subjectReach);
  const person = personMeant(article.body.slice(0, passage.start + Math.max(0, at)), quote);
  if (person !== undefined) return person;
  const own = article.organisations.find((one) => isCalledShort(foldText(one), opening));
  if (own !== undefined) return own;
  const known = article.organisations.map(foldText);
  const isKnown = (name: string) => known.some((one) => one.includes(name));
  const isNamed = findNamedPlaces(opening).some(({ name }) => name.length >= 3 && isKnown(name));
  return isNamed ? undefined : subject;
}

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
  return findPersons(before).at(-1);
}
