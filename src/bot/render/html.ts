import type { Block, Span } from './block.ts';

/** Text as it must stand in a message of parse mode HTML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text of a message rendered by `toHtml`, without its marks: for when Telegram refuses them. */
export function stripHtml(html: string): string {
  return html
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Renders blocks as one message, an empty line before each paragraph and quote. */
export function toHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => (index === 0 ? '' : separatorBefore(block)) + blockToHtml(block))
    .join('');
}

/** What stands between a block and the one before it. */
export function separatorBefore(block: Block): string {
  return block.kind === 'line' ? '\n' : '\n\n';
}

function blockToHtml({ kind, spans }: Block): string {
  const html = spans.map(spanToHtml).join('');
  return kind === 'quote' ? `<blockquote expandable>${html}</blockquote>` : html;
}

function spanToHtml({ text, style }: Span): string {
  const escaped = escapeHtml(text);
  if (style === 'bold') return `<b>${escaped}</b>`;
  if (style === 'italic') return `<i>${escaped}</i>`;
  return escaped;
}
