import { make } from './dom.js';

/**
 * A quote of three lines that opens and closes. `memory` is the set of open ones of its message, by offset, so that
 * an edit of the message does not close what the reader opened.
 */
export function makeQuote(content, offset, memory) {
  const body = make('div', { class: 'quote-body' }, ...content);
  const toggle = make('button', { type: 'button', class: 'toggle' });
  const quote = make('blockquote', { class: 'expandable' }, body, toggle);
  const show = (open) => {
    quote.classList.toggle('open', open);
    toggle.textContent = open ? '收起' : '展开';
    toggle.setAttribute('aria-expanded', String(open));
    if (open) memory.add(offset);
    else memory.delete(offset);
  };
  toggle.addEventListener('click', () => show(!quote.classList.contains('open')));
  show(memory.has(offset));
  foldToSize(quote, body);
  return quote;
}

/** A quote that fits has nothing to open; a longer one is folded around what stands in bold. */
function foldToSize(quote, body) {
  const observer = new ResizeObserver(() => {
    if (quote.classList.contains('open')) return;
    quote.classList.toggle('short', body.scrollHeight <= body.clientHeight + 1);
    foldAroundBold(quote, body);
  });
  observer.observe(body);
}

const foldedLines = 3;

/** Where the bold words do not end within the first three lines, the fold shows them below one line of what is before. */
function foldAroundBold(quote, body) {
  const rectangles = [...(body.querySelector('strong')?.getClientRects() ?? [])];
  if (rectangles.length === 0) return;
  const line = body.clientHeight / foldedLines;
  const top = body.getBoundingClientRect().top - body.scrollTop;
  const isBelow = rectangles.at(-1).bottom - top > body.clientHeight + 1;
  const first = Math.floor((rectangles[0].top - top) / line);
  const shown = isBelow ? Math.max(0, first - 1) : 0;
  quote.classList.toggle('within', shown > 0);
  body.scrollTop = shown * line;
}
