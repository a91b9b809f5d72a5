import { fileAddress } from './api.js';
import { make } from './dom.js';
import { renderText } from './rich-text.js';

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' });
const sizes = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });

/** The quotes that the reader opened, by message: an edit of a message does not close them. */
const openQuotes = new Map();

/** The list item of one message, in the chat of `place`. */
export function makeBubble(message, { place, presses, composer }) {
  const mine = String(message.from.id) === place.reader;
  const body = make('div', { class: 'body' }, makeInside(message, { place, composer, mine }));
  const keyboard = presses.makeKeyboard(message);
  if (keyboard !== undefined) body.append(keyboard);
  const properties = {
    type: 'button',
    class: 'reply',
    title: '回复',
    'aria-label': '回复这条消息',
    onclick: () => composer.reply(message),
  };
  const side = mine ? 'mine' : 'theirs';
  return make(
    'li',
    { class: `message ${side}`, 'data-id': String(message.id), 'data-date': String(message.date) },
    body,
    make('button', properties, '↩'),
  );
}

function makeInside(message, { place, composer, mine }) {
  const memory = openQuotes.get(message.id) ?? new Set();
  openQuotes.set(message.id, memory);
  const inside = make('div', { class: 'bubble' }, makeSpeaker(message, place, mine));
  if (message.reply) inside.append(makeReply(message.reply));
  if (message.document) inside.append(makeDocument(message, place));
  const text = renderText(message, { onCommand: composer.say, memory });
  const time = new Date(message.date * 1000);
  inside.append(
    make('div', { class: 'text' }, ...text),
    make('time', { datetime: time.toISOString() }, clock.format(time)),
  );
  return inside;
}

/** In a group everyone sees who speaks; between two it is said for those who listen. */
function makeSpeaker({ from }, place, mine) {
  const isShown = place.chat !== place.reader && !mine;
  return isShown
    ? make('p', { class: 'speaker' }, from.name)
    : make('span', { class: 'visually-hidden' }, `${mine ? '我' : from.name}：`);
}

function makeReply({ id, from, text }) {
  const quoted = make(
    'button',
    { type: 'button', class: 'replied', title: '回到原消息' },
    make('strong', {}, from.name),
    make('span', {}, text),
  );
  quoted.addEventListener('click', () => {
    const original = document.querySelector(`[data-id="${id}"]`);
    original?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    original?.classList.add('found');
    original?.addEventListener('animationend', () => original.classList.remove('found'), {
      once: true,
    });
  });
  return quoted;
}

function makeDocument({ id, document: file }, place) {
  return make(
    'a',
    { class: 'document', href: fileAddress(place, id), download: file.name },
    make('span', { class: 'document-icon', 'aria-hidden': 'true' }, '↓'),
    make('span', { class: 'document-name' }, file.name),
    make('span', { class: 'document-size' }, describeSize(file.size)),
  );
}

function describeSize(bytes) {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${sizes.format(bytes / 1024)} KB`;
  return `${sizes.format(bytes / 1024 / 1024)} MB`;
}
