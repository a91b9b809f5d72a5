/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
}

/** A piece of a message that is only cut when it is too long for a message of its own. */
export interface Block {
  /** A `line` follows the block before it without an empty line between them; a `quote` can be folded. */
  readonly kind: 'paragraph' | 'line' | 'quote';
  readonly spans: readonly Span[];
}

export const paragraph = (...spans: readonly (string | Span)[]): Block => block('paragraph', spans);
export const line = (...spans: readonly (string | Span)[]): Block => block('line', spans);
export const quote = (...spans: readonly (string | Span)[]): Block => block('quote', spans);
export const bold = (text: string): Span => ({ text, style: 'bold' });
export const italic = (text: string): Span => ({ text, style: 'italic' });

function block(kind: Block['kind'], spans: readonly (string | Span)[]): Block {
  const all = spans.map((span) => (typeof span === 'string' ? { text: span } : span));
  return { kind, spans: all.filter((span) => span.text !== '') };
}

/** UTF-16 units of a block as the reader sees it. */
export function unitsOf({ spans }: Block): number {
  return spans.reduce((units, span) => units + span.text.length, 0);
}

/** Telegram's entities in a block. */
export function entitiesOf({ kind, spans }: Block): number {
  return spans.filter((span) => span.style !== undefined).length + (kind === 'quote' ? 1 : 0);
}
