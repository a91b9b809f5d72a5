import type { Citation } from '../../answering/answer.ts';
import { citeQuote } from '../../answering/cite-quote.ts';
import type { CitedQuote } from '../../answering/draft-claim.ts';
import type { CardField, PracticeCard } from '../../answering/extracts/practice-card.ts';
import { organisationOf } from '../../answering/organisation.ts';
import { type Block, bold, entitiesOf, italic, line, paragraph, unitsOf } from './block.ts';
import type { ButtonData } from './button-data.ts';
import { toHtml } from './html.ts';
import { button, type Keyboard, type Message, shorten } from './message.ts';
import { shortName, titleOf } from './source.ts';
import { entitiesAllowed, unitsAllowed } from './split-message.ts';

/** More do not fit one message that can be read. */
const cardsCompared = 6;

const fields = [
  ['problem', '问题'],
  ['deeds', '做法'],
  ['results', '成效'],
  ['figures', '关键数字'],
] as const;
const signs = ['①', '②', '③', '④', '⑤', '⑥'] as const;
// Characters shown of a sentence: the longest with which all of it fits one message.
const lengths = [170, 110, 70, 45, 30] as const;
// Line breaks between blocks count as well.
const unitsBetween = 2;
const labelLength = 12;

/** A card with its quotes numbered through all cards. */
interface NumberedCard {
  readonly card: PracticeCard;
  readonly citations: readonly Citation[];
}

/** What the button below a card does that shows what it stands on; cards count from 1. */
type ToPassages = (n: number) => ButtonData;

/** Numbers the quotes of cards, card by card, each once. */
export function numberCards(cards: readonly PracticeCard[]): readonly NumberedCard[] {
  let last = 0;
  return cards.slice(0, cardsCompared).map((card) => {
    const all = [
      card.organisation,
      card.place,
      card.orgType,
      ...fields.map(([name]) => card[name]),
    ];
    const quotes = all.flatMap((field) => field?.quotes ?? []);
    const distinct = quotes.filter((one, at) => quotes.findIndex(isSame(one)) === at);
    const citations = distinct.map((one, at) => citeQuote(one, last + at + 1));
    last += citations.length;
    return { card, citations };
  });
}

/** The cards of one answer side by side, field by field, in one message; one card alone as it is. */
export function renderComparison(cards: readonly PracticeCard[], toPassages: ToPassages): Message {
  const numbered = numberCards(cards);
  const drafts = lengths.map((length) => comparisonBlocks(numbered, length));
  const blocks = drafts.find(fitsOneMessage) ?? drafts.at(-1) ?? [];
  return { html: toHtml(blocks), keyboard: passageButtons(numbered, toPassages) };
}

function fitsOneMessage(blocks: readonly Block[]): boolean {
  const units = blocks.reduce((sum, block) => sum + unitsOf(block) + unitsBetween, 0);
  const entities = blocks.reduce((sum, block) => sum + entitiesOf(block), 0);
  return units <= unitsAllowed && entities <= entitiesAllowed;
}

function comparisonBlocks(cards: readonly NumberedCard[], length: number): readonly Block[] {
  const sign = (at: number) => (cards.length === 1 ? '' : `${signs[at] ?? ''} `);
  const heads = cards.flatMap((one, at) => headBlocks(one, sign(at)));
  const rows = fields.flatMap(([name, label]) => [
    paragraph(bold(label)),
    ...cards.map((one, at) => {
      const field = one.card[name];
      if (field === null) return line(sign(at), italic('文中没有写'));
      const told = name === 'figures' ? listed(field, one) : sentences(field, one, length);
      return line(sign(at), told);
    }),
  ]);
  const title = cards.length === 1 ? '做法卡片' : `做法对比 · ${cards.length} 篇`;
  return [paragraph(bold(title)), ...heads, ...rows];
}

/** The title, then who, where and what kind in one line; a number that follows again is not repeated. */
function headBlocks(one: NumberedCard, sign: string): readonly Block[] {
  const { organisation, place, orgType, article } = one.card;
  const title = article.title ?? organisationOf(article) ?? titleOf(null);
  const told = [organisation, place, orgType]
    .filter((field) => field !== null)
    .map((field) => ({ text: field.text, marks: marksOf(field, one) }));
  const facts = told.map(({ text, marks }, at) =>
    marks === told[at + 1]?.marks ? text : `${text}${marks}`,
  );
  const head = paragraph(sign, bold(title));
  return facts.length === 0 ? [head] : [head, line(facts.join(' · '))];
}

/** Whole sentences, each with its number; a long one is cut, and its number leads to all of it. */
function sentences({ quotes }: CardField, one: NumberedCard, length: number): string {
  return quotes.map((each) => `${shorten(each.quote, length)}${markOf(each, one)}`).join('');
}

function listed(field: CardField, one: NumberedCard): string {
  return `${field.text}${marksOf(field, one)}`;
}

function marksOf({ quotes }: CardField, one: NumberedCard): string {
  return quotes.length === 0 ? '（见标题）' : quotes.map((each) => markOf(each, one)).join('');
}

function markOf(quote: CitedQuote, { citations }: NumberedCard): string {
  const same = citations.find(
    (one) => one.passageId === quote.passage.id && one.quote === quote.quote,
  );
  return same === undefined ? '' : `[${same.n}]`;
}

function passageButtons(cards: readonly NumberedCard[], toPassages: ToPassages): Keyboard {
  const buttons = cards.flatMap(({ card, citations }, at) => {
    const [first] = citations;
    if (first === undefined) return [];
    const last = citations.at(-1) ?? first;
    const numbers = first.n === last.n ? `[${first.n}]` : `[${first.n}]–[${last.n}]`;
    const organisation = organisationOf(card.article);
    const name = organisation === null ? titleOf(card.article.title) : shortName(organisation);
    const label = `${numbers} ${shorten(name, labelLength)}`;
    return [button(label, toPassages(at + 1))];
  });
  return buttons.map((each) => [each]);
}

function isSame({ passage, quote }: CitedQuote): (other: CitedQuote) => boolean {
  return (other) => other.passage.id === passage.id && other.quote === quote;
}
