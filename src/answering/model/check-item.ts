import { parseJson } from '../../corpus/parse-json.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { holdsLinkOrMarkup } from '../links-and-markup.ts';
import { organisationOf } from '../organisation.ts';
import { type Fault, verifyClaim } from '../verify/verify.ts';
import { foldQuote } from '../verify/verify-quotes.ts';
import { cleanClaim } from './clean-claim.ts';
import { findSlippedIn } from './find-slipped-in.ts';
import { locateQuote } from './locate-quote.ts';
import type { NumberedPassage } from './number-passages.ts';
import type { PromptSecrets } from './prompt-secrets.ts';
import { isLeak } from './prompt-secrets.ts';
import { claimSchema, type ModelCitation, practiceSchema } from './reply-schema.ts';

/** Why an item of a reply is not shown: what verify found, or what could not even be put to it. */
export type ItemFault =
  | Fault['fault']
  | 'shape'
  | 'length'
  | 'link'
  | 'leak'
  | 'unknown-passage'
  | 'repeated'
  | 'slipped-in'
  | 'same-organisation';

type CheckedItem =
  | { readonly ok: true; readonly draft: DraftClaim }
  | { readonly ok: false; readonly fault: ItemFault };

interface CheckContext {
  readonly shape: 'claims' | 'practices';
  readonly passages: readonly NumberedPassage[];
  readonly secrets: PromptSecrets;
  /** What has passed before it. */
  readonly kept: readonly DraftClaim[];
}

/** Makes a claim out of an item of a model's reply when every word of it may be shown. */
export function checkItem(json: string, context: CheckContext): CheckedItem {
  const { shape, secrets, kept } = context;
  const item = readItem(json, context);
  if (item === undefined) return failed('shape');
  const { text, citations } = item;
  const words = [text, ...citations.map(({ quote }) => quote)];
  if (words.some(holdsLinkOrMarkup)) return failed('link');
  if (words.some((one) => isLeak(one, secrets))) return failed('leak');
  if (text.length < shortestClaim || text.length > longestClaim) return failed('length');
  if (kept.some((one) => one.text === text)) return failed('repeated');
  const quotes = citations.map((citation) => readQuote(citation, context));
  const known = quotes.filter((quote) => quote !== undefined);
  if (known.length < quotes.length) return failed('unknown-passage');
  if (shape === 'practices' && known.some((quote) => isShown(quote, kept)))
    return failed('same-organisation');
  if (!item.names.every((name) => isNamed(name, known))) return failed('organisation');
  return verifyByArticle({ text, quotes: known }, item.said);
}

const shortestClaim = 4;
const longestClaim = 300;

function failed(fault: ItemFault): CheckedItem {
  return { ok: false, fault };
}

interface Item {
  /** What the reader would see. */
  readonly text: string;
  /** The same as a sentence, for verify. */
  readonly said: string;
  /** Who is said to have done it, and where that is. */
  readonly names: readonly string[];
  readonly citations: readonly ModelCitation[];
}

function readItem(json: string, context: CheckContext): Item | undefined {
  if (context.shape === 'claims') {
    const claim = claimSchema.safeParse(parseJson(json)).data;
    const text = cleanClaim(claim?.text ?? '');
    return claim && { text, said: text, names: [], citations: claim.citations };
  }
  const practice = practiceSchema.safeParse(parseJson(json)).data;
  if (practice === undefined) return undefined;
  const [who = '', place = '', did = '', result = ''] = [
    practice.who,
    practice.where,
    practice.did,
    practice.result,
  ].map((part) => cleanClaim(part).replace(/[。；;，,]+$/u, ''));
  if (who === '' || did === '') return undefined;
  const where = isOnlyListed(place, practice.citations, context) ? '' : place;
  const text = `${[who, where, did, result].filter((part) => part !== '').join(' · ')}。`;
  const said = `${[where, who].filter((part) => part !== '').join('，')}：${[did, result]
    .filter((part) => part !== '')
    .join('，')}。`;
  return { text, said, names: [who, where], citations: practice.citations };
}

/** Of the article's places, but not in what is cited: true, yet not to be read there, so that it is left out. */
function isOnlyListed(
  place: string,
  citations: readonly ModelCitation[],
  context: CheckContext,
): boolean {
  const quotes = citations.flatMap((citation) => readQuote(citation, context) ?? []);
  const listed = quotes.flatMap(({ article }) => article.places).map(foldQuote);
  return listed.some((one) => one.includes(foldQuote(place))) && !isNamed(place, quotes);
}

function readQuote(
  { passage: number, quote }: ModelCitation,
  { passages }: CheckContext,
): CitedQuote | undefined {
  const cited = passages.find((one) => one.number === number);
  if (cited === undefined) return undefined;
  const { article, passage } = cited;
  // A quote that is not there is left as it is: verify then says so.
  return { article, passage, quote: locateQuote(passage.text, quote) ?? quote };
}

/** Who and where stand in what is cited or belong to the article; a headline may say anything. */
function isNamed(name: string, quotes: readonly CitedQuote[]): boolean {
  const folded = foldQuote(name);
  return quotes.some(({ article, passage }) =>
    [passage.text, article.kicker ?? '', ...article.organisations].some((text) =>
      foldQuote(text).includes(folded),
    ),
  );
}

function isShown({ article }: CitedQuote, kept: readonly DraftClaim[]): boolean {
  const organisation = organisationOf(article) ?? article.id;
  return kept.some(({ quotes }) =>
    quotes.some((quote) => (organisationOf(quote.article) ?? quote.article.id) === organisation),
  );
}

/** A true sentence must not lend its words to the one behind it. */
function sentencesOf(text: string): readonly string[] {
  const sentences = splitSentences(text).map((sentence) => sentence.text);
  return sentences.length > 1 ? sentences : [];
}

/**
 * Holds a claim against each article it cites by itself: two of them together could lend it the name from one
 * and the figure from the other. A citation that does not support the whole claim is left out.
 */
function verifyByArticle({ text, quotes }: DraftClaim, said: string): CheckedItem {
  const texts = [text, said, ...sentencesOf(said)];
  const faultOf = (cited: readonly CitedQuote[]) =>
    texts.map((one) => verifyClaim({ text: one, quotes: cited })).find((one) => one !== undefined);
  const fault = faultOf(quotes);
  if (fault !== undefined) return failed(fault.fault);
  if (findSlippedIn(said, quotes) !== undefined) return failed('slipped-in');
  const byArticle = [...Map.groupBy(quotes, ({ article }) => article.id).values()];
  const supporting = byArticle.filter(
    (cited) => byArticle.length === 1 || faultOf(cited) === undefined,
  );
  if (supporting.length === 0) return failed('attribution');
  return { ok: true, draft: { text, quotes: supporting.flat() } };
}
