import { make } from './dom.js';

const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});

/** The items of a list of messages, in order of their ids, with a line before each day. */
export function createMessageItems(list, makeItem) {
  const shown = new Map();
  return {
    /** Puts a message in its place, or in the place of its former version. Returns its item. */
    put(message) {
      const content = JSON.stringify(message);
      const former = shown.get(message.id);
      if (former?.content === content) return former.item;
      const item = makeItem(message);
      if (former === undefined) insertInOrder(list, item, message.id);
      else replace(former.item, item);
      shown.set(message.id, { item, content });
      return item;
    },
    remove(id) {
      shown.get(id)?.item.remove();
      shown.delete(id);
    },
    clear() {
      shown.clear();
      list.replaceChildren();
    },
    has: (id) => shown.has(id),
    ids: () => [...shown.keys()],
    markDays: () => markDays(list),
  };
}

function insertInOrder(list, item, id) {
  const earlier = [...list.querySelectorAll('.message')].findLast(
    (other) => Number(other.dataset.id) < id,
  );
  if (earlier === undefined) list.prepend(item);
  else earlier.after(item);
}

/** An edited message keeps the focus at the control of the same place. */
function replace(former, item) {
  const controls = (element) => [...element.querySelectorAll('a, button')];
  const at = controls(former).indexOf(document.activeElement);
  former.replaceWith(item);
  if (at !== -1) controls(item)[at]?.focus({ preventScroll: true });
}

function markDays(list) {
  for (const line of list.querySelectorAll('.day')) line.remove();
  let last = '';
  for (const item of list.querySelectorAll('.message')) {
    const day = describeDay(new Date(Number(item.dataset.date) * 1000));
    if (day !== last) item.before(make('li', { class: 'day' }, make('span', {}, day)));
    last = day;
  }
}

function describeDay(date) {
  const day = date.toDateString();
  if (day === new Date().toDateString()) return '今天';
  if (day === new Date(Date.now() - 86_400_000).toDateString()) return '昨天';
  return dayFormat.format(date);
}
