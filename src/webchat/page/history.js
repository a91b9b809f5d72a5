import { byId } from './dom.js';
import { createMessageItems } from './message-items.js';
import { createScroller } from './scroller.js';

/** The messages on the page. */
export function createHistory(makeItem) {
  const log = byId('log');
  const items = createMessageItems(byId('messages'), makeItem);
  const scroller = createScroller();
  const tidy = () => {
    items.markDays();
    byId('welcome').hidden = items.ids().length > 0;
  };
  const putAll = (messages) => {
    for (const message of messages) items.put(message);
    tidy();
  };
  return {
    /** Shows a chat from nothing; a screen reader does not read it all out. */
    reset(messages) {
      log.setAttribute('aria-live', 'off');
      items.clear();
      putAll(messages);
      scroller.toEnd();
      requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
    },
    /** Takes in what was missed: new, changed and vanished ones. */
    catchUp(messages) {
      const there = new Set(messages.map(({ id }) => id));
      const first = messages[0]?.id ?? 0;
      scroller.holdEnd(() => {
        for (const id of items.ids()) if (id >= first && !there.has(id)) items.remove(id);
        putAll(messages);
      });
    },
    /** Shows messages before those shown already. */
    prepend: (messages) => scroller.holdPlace(() => putAll(messages)),
    add(message, { mine }) {
      const atEnd = scroller.isAtEnd();
      const isNew = !items.has(message.id);
      const item = items.put(message);
      tidy();
      if (mine || atEnd) scroller.reveal(item);
      else if (isNew) scroller.tellNew();
    },
    remove(id) {
      items.remove(id);
      tidy();
    },
    has: items.has,
    firstId: () => Math.min(...items.ids()),
    holdEnd: scroller.holdEnd,
  };
}
