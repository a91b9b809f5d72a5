import { splitSentences } from '../../corpus/sentences.ts';
import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { holdsLinkOrMarkup } from '../links-and-markup.ts';
import { organisationOf } from '../organisation.ts';
import { type Fault, verifyClaim } from '../verify/verify.ts';
import { missingQuote } from '../verify/verify-quotes.ts';
import { findSlippedIn } from './find-slipped-in.ts';
import { locateQuote } from './locate-quote.ts';
import { nameClaim, sayParts } from './name-claim.ts';
import type { NumberedPassage } from './number-passages.ts';
import type { PromptSecrets } from './prompt-secrets.ts';
import { isLeak } from './prompt-secrets.ts';
import { readItem } from './read-item.ts';
import type { ModelCitation } from './reply-schema.ts';

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

interface Failed {
  readonly ok: false;
  readonly fault: ItemFault;
}

type CheckedItem = { readonly ok: true; readonly draft: DraftClaim } | Failed;

interface CheckContext {
  readonly shape: 'claims' | 'practices';
  readonly passages: readonly NumberedPassage[];
  readonly secrets: PromptSecrets;
  /** What has passed before it. */
  readonly kept: readonly DraftClaim[];
}

/** Makes a claim out of an item of a model's reply when every word of it may be shown. */
export function checkItem(json: string, context: CheckContext): CheckedItem {
  const item = readItem(json, context.shape);
  if (item === undefined) return failed('shape');
  const cited = item.citations.map((citation) => readQuote(citation, context));
  const quotes = cited.filter((quote) => quote !== undefined);
  if (quotes.length < cited.length) return failed('unknown-passage');
  const { parts } = item;
  const said = sayParts(parts, context.shape);
  const fault = faultToSee(said, { quotes, context });
  if (fault !== undefined) return failed(fault);
  const support = supportOf({ said, alone: aloneOf(parts), quotes });
  if (!support.ok) return support;
  const { quotes: supporting } = support;
  const text = nameClaim(parts, supporting[0], context);
  return { ok: true, draft: { text, quotes: supporting } };
}

const shortestClaim = 4;
const longestClaim = 300;

function failed(fault: ItemFault): Failed {
  return { ok: false, fault };
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

/** What is wrong with an item whatever its source says. */
function faultToSee(
  said: string,
  {
    quotes,
    context: { shape, secrets, kept },
  }: { readonly quotes: readonly CitedQuote[]; readonly context: CheckContext },
): ItemFault | undefined {
  if (said.length < shortestClaim || said.length > longestClaim) return 'length';
  // What stands in a passage is no longer than that: nothing of any length is looked through.
  if (missingQuote(quotes) !== undefined) return 'quote';
  const words = [said, ...quotes.map(({ quote }) => quote)];
  if (words.some(holdsLinkOrMarkup)) return 'link';
  if (words.some((one) => isLeak(one, secrets))) return 'leak';
  // The first one has a name in front.
  if (kept.some((one) => one.text.endsWith(said))) return 'repeated';
  const isAgain = shape === 'practices' && quotes.some((quote) => isShown(quote, kept));
  return isAgain ? 'same-organisation' : undefined;
}

function isShown({ article }: CitedQuote, kept: readonly DraftClaim[]): boolean {
  const organisation = organisationOf(article) ?? article.id;
  return kept.some(({ quotes }) =>
    quotes.some((quote) => (organisationOf(quote.article) ?? quote.article.id) === organisation),
  );
}

/** A true sentence must not lend its words to the one behind it, nor a true deed to what is said to have come of it. */
function aloneOf(parts: readonly string[]): readonly string[] {
  const sentences = parts.flatMap((part) => splitSentences(part).map((sentence) => sentence.text));
  return sentences.length > 1 ? sentences : [];
}

interface Told {
  readonly said: string;
  /** What of it must hold alone. */
  readonly alone: readonly string[];
  readonly quotes: readonly CitedQuote[];
}

type Support =
  | { readonly ok: true; readonly quotes: readonly [CitedQuote, ...CitedQuote[]] }
  | Failed;

/**
 * The citations that bear a claim out. It is held against each article it cites by itself: two of them together could lend
 * it the name from one and the figure from the other. A citation that does not support the whole claim is left out.
 */
function supportOf({ said, alone, quotes }: Told): Support {
  const faultOf = (cited: readonly CitedQuote[]) =>
    [said, ...alone].map((text) => verifyClaim({ text, quotes: cited })).find(Boolean);
  const fault = faultOf(quotes);
  if (fault !== undefined) return failed(fault.fault);
  if (findSlippedIn(said, quotes) !== undefined) return failed('slipped-in');
  const byArticle = [...Map.groupBy(quotes, ({ article }) => article.id).values()];
  const [first, ...rest] = byArticle
    .filter((cited) => byArticle.length === 1 || faultOf(cited) === undefined)
    .flat();
  return first === undefined ? failed('attribution') : { ok: true, quotes: [first, ...rest] };
}
