import { foldText } from '../corpus/fold-text.ts';
import type { Hit, SearchPassages } from '../retrieval/passage.ts';
import { contentWords } from '../retrieval/tokenize.ts';
import type { AskOptions, Citation } from './answer.ts';
import { isWorthAnswering } from './answerable.ts';
import { searchFilters } from './applied-filter.ts';
import { likeFirst } from './like-first.ts';
import { namedShare } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import type { StandAloneQuestion } from './rewrite-question.ts';

/** What was found for a message, read as a question of its own or as one about the last answer. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly isAnswerable: boolean;
  /** The question as it was searched for. */
  readonly question: string;
  readonly reading: 'own' | 'about' | 'more';
  /** Whether the hits are of the one organisation or article that is asked about. */
  readonly scope: 'all' | 'one';
}

interface Searching {
  readonly search: SearchPassages;
  readonly threshold: number;
  readonly kind: QuestionKind;
}

const hitLimit = 8;

/** Searches for a message, with what the conversation before it adds. */
export async function findHits(
  { question: message, followUp }: StandAloneQuestion,
  options: AskOptions,
  searching: Searching,
): Promise<Found> {
  if (followUp.kind === 'more') {
    const without = [...(options.without ?? []), ...followUp.shown];
    const more = await findOwn(followUp.topic, { ...options, without }, searching);
    return { ...more, reading: 'more', scope: 'all' };
  }
  if (followUp.kind === 'none') return findOwn(message, options, searching);
  const about = await findAbout(message, followUp, searching);
  if (about === undefined) return findOwn(message, options, searching);
  if (followUp.isCertain) return about;
  const own = await findOwn(message, options, searching);
  return isNewTopic({ message, about, own }) ? own : about;
}

async function findOwn(
  question: string,
  { without = [], filters: applied = [], profile }: AskOptions,
  { search, threshold, kind }: Searching,
): Promise<Found> {
  const narrowed = {
    ...searchFilters(applied),
    ...(without.length === 0 ? {} : { without }),
  };
  const filters = Object.keys(narrowed).length === 0 ? {} : { filters: narrowed };
  const { hits, abstention } = await search(question, { limit: hitLimit, ...filters });
  const isAnswerable = isWorthAnswering({ question, hits, abstention, threshold, kind });
  const named = mostNamed(question, hits);
  const ordered = profile && kind.kind === 'practice' ? likeFirst(hits, profile) : hits;
  return named.length === 0
    ? { hits: ordered, isAnswerable, question, reading: 'own', scope: 'all' }
    : { hits: named, isAnswerable, question, reading: 'own', scope: 'one' };
}

// A named organisation further down only shares its place with the question.
const namedReach = 3;

/** The hits whose organisation the question names most fully, when one of the best is among them. */
function mostNamed(question: string, hits: readonly Hit[]): readonly Hit[] {
  const shares = hits.map(({ article }) => namedShare(question, article));
  const most = Math.max(0, ...shares);
  const first = shares.indexOf(most);
  return most > 0 && first < namedReach ? hits.filter((_, at) => shares[at] === most) : [];
}

// Share of a follow-up's own words that the article before must hold.
const leastTold = 0.34;

/** Looks into the cited articles only; undefined when they are no longer there. */
async function findAbout(
  message: string,
  { cited, isCertain }: { readonly cited: readonly Citation[]; readonly isCertain: boolean },
  { search }: Searching,
): Promise<Found | undefined> {
  const found = await Promise.all(
    cited.map(async ({ articleId, organisation, title }) => {
      const context = [organisation, title, message].filter(Boolean).join(' ');
      const { hits } = await search(context, { limit: hitLimit });
      return hits.filter(({ article }) => article.id === articleId);
    }),
  );
  const hits = found.flat();
  if (hits.length === 0) return undefined;
  const isAnswerable = isCertain || told(message, hits) >= leastTold;
  return { hits, isAnswerable, question: message, reading: 'about', scope: 'one' };
}

// Words of a follow-up that need not stand in the article for it to hold the answer.
const askingWords =
  /^(?:具体|第|[一二三四五六七八九十\d]+|做|做法|效果|结果|成效|人|人数|数量|参加|参与|时间|地点|原因|开始|成立|负责|牵头|组织|发起|活动|社区|街道|单位|支部|地方|项目|办法|经验|内容|情况|详细|一共|总共|共|主要|大概|前面|上面|刚才|人家|那么|然后|后来|最后|钱|花|搞|弄|办|干|成|来|去|实施|开展|落实|方面|哪方面|请|讲|聊|平时|组成|都由|办起来|又|靠|哪一条|做哪|样|怎么样)$/u;

/** Share of a message's content words that the hits' articles hold; 1 when it has none of its own. */
function told(message: string, hits: readonly Hit[]): number {
  const words = contentWords(message).filter((word) => !askingWords.test(word));
  if (words.length === 0) return 1;
  const text = foldText(
    hits.map(({ article }) => [article.kicker, article.title, article.body].join('\n')).join('\n'),
  );
  return words.filter((word) => text.includes(word)).length / words.length;
}

/** A message that only might lean on the last answer does not, when another article tells more of it. */
function isNewTopic({
  message,
  about,
  own,
}: {
  readonly message: string;
  readonly about: Found;
  readonly own: Found;
}): boolean {
  if (!own.isAnswerable) return !about.isAnswerable;
  return told(message, own.hits.slice(0, 1)) > told(message, about.hits);
}
