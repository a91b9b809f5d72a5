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
  hideWhenShort(quote, body);
  return quote;
}

/** A quote that fits has nothing to open. */
function hideWhenShort(quote, body) {
  const observer = new ResizeObserver(() => {
    if (quote.classList.contains('open')) return;
    quote.classList.toggle('short', body.scrollHeight <= body.clientHeight + 1);
  });
  observer.observe(body);
}
