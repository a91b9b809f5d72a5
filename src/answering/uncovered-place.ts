import { foldText } from '../corpus/fold-text.ts';
import type { Hit } from '../retrieval/passage.ts';
import { findNamedPlaces } from './verify/find-named-places.ts';

const regions = /^(?:省|市|县|区|旗|盟|镇|乡|街道|社区|嘎查|苏木|村)$/u;

// 「人家县里」, 「别的社区」, 「隔壁村」: another place, but no name of one.
const unnamed =
  /^(?:人家|别人|别家|别的|别个|其他|其它|另外|另一个|隔壁|邻近|周边|附近|有的|有些|哪个|哪些|什么|某个|某些|各个|每个|我们|我们的|你们|你们的|他们|他们的|咱们|咱们的|自己|自己的|这个|那个|一个|几个|两个|整个|所有|全部|同类|先进|贫困|老旧)/u;

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
      !isWeak && !unnamed.test(name) && regions.test(suffix) && name.length > suffix.length + 1,
  );
  return named.find(({ name }) => texts.every((text) => !text.includes(name)))?.name;
}
