import type { Article } from '../../corpus/article.ts';
import { foldText } from '../../corpus/fold-text.ts';
import { measureWords } from '../../corpus/numerals/measure-words.ts';
import type { Hit } from '../../retrieval/passage.ts';
import { segmentWords } from '../../retrieval/tokenize.ts';
import { namesAsSubject } from '../organisation.ts';
import { namesWithin, placeNames, townNames } from '../place-names.ts';
import type { QuestionKind } from '../question-kind.ts';
import { findNamedPlaces, type NamedPlace } from '../verify/names/find-named-places.ts';

/** What an answer is made of. */
export interface Told {
  readonly hits: readonly Hit[];
  /** Verbatim, of the answer's citations. */
  readonly quotes: readonly string[];
  readonly kind: QuestionKind['kind'];
}

/** A place a question names of which the answer does not tell, as it is called; undefined without one. */
export function uncoveredPlace(question: string, told: Told): string | undefined {
  const folded = foldText(question);
  const texts = told.hits.map(({ article }) => foldText(`${headingOf(article)}\n${article.body}`));
  const named = findNamedPlaces(folded)
    .filter((place) => isRegion(place) && !isPlainWord(folded, place))
    .find(({ name }) => texts.every((text) => !text.includes(name)));
  return citiesIn(folded).find((city) => !tellsOf(city, told)) ?? named?.name;
}

const regions = /^(?:省|市|县|区|旗|盟|镇|乡|街道|社区|嘎查|苏木|村)$/u;

// 「人家县里」, 「别的社区」, 「隔壁村」: another place, but no name of one.
const unnamed =
  /^(?:人家|别人|别家|别的|别个|其他|其它|另外|另一个|隔壁|邻近|周边|附近|有的|有些|哪个|哪些|什么|某个|某些|各个|每个|我们|我们的|你们|你们的|他们|他们的|咱们|咱们的|自己|自己的|这个|那个|一个|几个|两个|整个|所有|全部|同类|先进|贫困|老旧)/u;

function isRegion({ name, suffix, isWeak }: NamedPlace): boolean {
  return !isWeak && !unnamed.test(name) && regions.test(suffix) && name.length > suffix.length + 1;
}

// Words that end like a place.
const plainWords =
  /(?:[锦国党团队彩军校]旗|[小园辖片景老灾郊山牧库地校厂营战特楼院街林矿禁误]区|[家老城下故返回入]乡|[农乡全驻进]村|[城超夜集菜股上早门]市|[乡城集]镇|[节外]省|[联同加]盟)$/u;
const counting = /(?:多少|[几这那哪每一二两三四五六七八九十百千万\d])$/u;

/** 「锦旗」 is no banner; nor is 「面锦旗」, of which 「多少」 asks. */
function isPlainWord(question: string, { name }: NamedPlace): boolean {
  if (plainWords.test(name)) return true;
  const isCounted = counting.test(question.slice(0, question.indexOf(name)));
  return isCounted && measureWords.some((word) => name.startsWith(word));
}

const cities = new Set([...placeNames, ...townNames]);
// Wishes, and a man's name on half the streets of China, before they are cities.
const ambiguous = new Set('安康 长治 大同 日照 来宾 中山 白银 凉山 和田 大理 怀化 保山'.split(' '));
const streets = /^(?:[东西南北中]?[路街巷桥]|[东西南北]?大[街道]|胡同|时间)/u;

/** Cities and provinces by their bare names, at word boundaries: 「上海的社区」, but no 「上海路」. */
function citiesIn(question: string): readonly string[] {
  const words = segmentWords(question);
  return words.flatMap((_, at) => {
    const rest = words.slice(at);
    // 「义乌」 is cut into two characters.
    const names = [1, 2, 3].map((count) => rest.slice(0, count).join(''));
    const city = names.find((name) => cities.has(name) && !ambiguous.has(name));
    return city === undefined || streets.test(rest.join('').slice(city.length)) ? [] : [city];
  });
}

/** A practice is told of the place, or says so itself: a journey there in some other sentence does not count. */
function tellsOf(city: string, { hits, quotes, kind }: Told): boolean {
  return namesWithin(city).some(
    (name) =>
      quotes.some((quote) => foldText(quote).includes(name)) ||
      hits.some(({ article }) => {
        const body = foldText(article.body);
        if (foldText(headingOf(article)).includes(name)) return true;
        return kind === 'practice' ? namesAsSubject(body, name) : body.includes(name);
      }),
  );
}

function headingOf({ kicker, title, organisations, places }: Article): string {
  return [kicker, title, ...organisations, ...places].join('\n');
}
