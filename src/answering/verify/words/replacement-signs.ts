import { cutOnce, segmentOnce } from '../cut-once.ts';
import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import { flag, type Sign, type SignFinder, withProducts } from '../sign.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { everydayVerbs } from './everyday-verbs.ts';
import { findReplacements, type Replacement, sharedCharacters } from './find-replacements.ts';
import { isFree, isNew, withoutNumbers } from './known-words.ts';
import { isContrary, isDenied, isOfSeries } from './opposed.ts';
import { commonness, nearness } from './printed-words.ts';
import { sayTheSame } from './synonymous-deeds.ts';

/** Words of a claim that stand where its source has others: 铸造车间 for 总装车间, 灵芝 for 天麻. */
export const replacementSigns: SignFinder = {
  fault: 'words',
  mutations: ['name', 'place', 'attribution', 'negation'],
  find: (said, told) => {
    const evidence = plainEvidence(told);
    const bare = withoutNumbers(plainNames(said, told));
    const words = tagWords(bare);
    const shared = sharedCharacters(bare, evidence.text).filter((one) => one).length;
    const share = shared / Math.max(1, (bare.match(/\p{Script=Han}/gu) ?? []).length);
    return findReplacements(bare, evidence.text)
      .filter(({ said, told }) => !(notDone.test(said) && notDone.test(told)))
      .map((one) => signOf(one, { claim: bare, words, share, evidence }));
  },
};

// 「没请」 for 「没有请」.
const notDone = /^(?:没有?|未曾?|不曾)$/u;

interface Around {
  readonly claim: string;
  readonly words: readonly TaggedWord[];
  /** What share of the claim's characters its source has beside one another. */
  readonly share: number;
  readonly evidence: Evidence;
}

const grammar =
  /[的了着过地得之吗呢吧啊在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最不没要会能可并且而但则等是有个说称都各每们来去起出进上下里]/u;

function signOf(
  { said, start, told, isBoth }: Replacement,
  { claim, words, share, evidence }: Around,
): Sign {
  const word = segmentOnce(claim).find(
    ({ segment, index }) => index <= start && start < index + segment.length,
  )?.segment;
  const sharesCharacter = [...said].some((one) => told.includes(one));
  const features = {
    both: flag(isBoth),
    new: flag(isNew(said, evidence.text)),
    elsewhere: flag(said.length > 1 && evidence.bodies.includes(said)),
    inHeadings: flag(said.length > 1 && evidence.headings.includes(said)),
    verb: flag(cutOnce(`${said} ${told}`).some((one) => everydayVerbs.has(one))),
    sharesCharacter: flag(sharesCharacter),
    series: flag(isOfSeries(said, told)),
    contrary: flag(isContrary(said, told)),
    person: flag(
      evidence.persons.some(
        (name) => told.includes(name) || (told.length > 1 && name.includes(told)),
      ),
    ),
    share,
    toldInClaim: [...told].filter((one) => claim.includes(one)).length / told.length,
    content: flag(isBoth && areContent(said, told)),
    sameLength: flag(said.length === told.length),
    nothingShared: flag(!sharesCharacter),
    single: flag(said.length === 1),
    inNewWord: flag(
      word !== undefined && word.length > said.length && !evidence.text.includes(word),
    ),
    unseen: [...said].filter((one) => !evidence.text.includes(one)).length / said.length,
    nearness: nearness(said, told),
    common: Math.min(1, ...cutOnce(said).map(commonness)),
    toldCommon: Math.min(1, ...cutOnce(told).map(commonness)),
    sharedShare: [...said].filter((one) => told.includes(one)).length / said.length,
    lengthened: Math.abs(said.length - told.length) / 10,
    synonym: flag(sayTheSame(said, withoutPersons(told, evidence))),
    ...speechFeatures({ said, start, told }, words),
  };
  return { detail: `${said} / ${told}`, features: withProducts(features, products) };
}

/** Of what parts of speech both are, and whether what is said is cut at the borders of words. */
function speechFeatures(
  { said, start, told }: Pick<Replacement, 'said' | 'start' | 'told'>,
  words: readonly TaggedWord[],
) {
  const end = start + said.length;
  const own = words.filter(({ index, word }) => index < end && index + word.length > start);
  const theirs = tagWords(told);
  const [isOwnNoun, isTheirNoun] = [own.every(isNoun), theirs.every(isNoun)];
  const [hasOwnVerb, hasTheirVerb] = [own.some(isVerb), theirs.some(isVerb)];
  return {
    whole: flag(
      own.at(0)?.index === start &&
        own.reduce((sum, { word }) => sum + word.length, 0) === said.length,
    ),
    nouns: flag(isOwnNoun && isTheirNoun),
    verbs: flag(hasOwnVerb && hasTheirVerb),
    named: flag(own.some(isName) && theirs.some(isName)),
    bothDenied: flag(isDenied(said) && isDenied(told)),
  };
}

const isNoun = ({ tag }: TaggedWord) => /^(?:n|[jbfsx]|vn|zg)/u.test(tag);
const isVerb = ({ tag }: TaggedWord) => /^(?:v(?!n)|a(?!n))/u.test(tag);
const isName = ({ tag }: TaggedWord) => /^(?:n[rstz]|x)/u.test(tag);

/** 「邱小满的父亲」 is a father. */
function withoutPersons(told: string, { persons }: Evidence): string {
  return persons.reduce((rest, name) => rest.replace(name, ''), told).replace(/^的/u, '');
}

const products = [
  ['content', 'share'],
  ['content', 'sameLength'],
  ['content', 'synonym'],
  ['content', 'single'],
  ['content', 'unseen'],
  ['content', 'verb'],
  ['both', 'new'],
  ['single', 'inNewWord'],
  ['single', 'series'],
  ['nouns', 'share'],
  ['nouns', 'whole'],
  ['named', 'whole'],
  ['named', 'unseen'],
  ['verbs', 'share'],
  ['verbs', 'contrary'],
  ['single', 'nouns'],
  ['content', 'nouns'],
] as const;

/** Whether both say something of their own, without grammar in them. */
function areContent(said: string, told: string): boolean {
  const isFreely = (run: string) => cutOnce(run).every((word) => isFree(word));
  const words = [...cutOnce(said), ...cutOnce(told)];
  const hasGrammar = words.some((word) => word.length === 1 && grammar.test(word));
  return !hasGrammar && !isFreely(said) && !isFreely(told);
}
