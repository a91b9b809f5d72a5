import { foldText } from '../corpus/fold-text.ts';
import type { Hit } from '../retrieval/passage.ts';
import { findNamedPlaces } from './verify/find-named-places.ts';

const regions = /^(?:省|市|县|区|旗|盟|镇|乡|街道|社区|嘎查|苏木|村)$/u;

/** A place a question names of which none of the hits tells; undefined without one. */
export function uncoveredPlace(question: string, hits: readonly Hit[]): string | undefined {
  const texts = hits.map(({ article }) =>
    foldText(
      [
        article.kicker,
        article.title,
        ...article.organisations,
        ...article.places,
        article.body,
      ].join('\n'),
    ),
  );
  const named = findNamedPlaces(foldText(question)).filter(
    ({ name, suffix, isWeak }) =>
      !isWeak && regions.test(suffix) && name.length > suffix.length + 1,
  );
  return named.find(({ name }) => texts.every((text) => !text.includes(name)))?.name;
}
