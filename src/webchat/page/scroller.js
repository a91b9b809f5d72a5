import { byId } from './dom.js';

const nearPx = 120;

/** The window on the messages: the reader stays where he reads, and at the end when he is there. */
export function createScroller() {
  const frame = byId('history');
  const newest = byId('newest');
  const isAtEnd = () => frame.scrollHeight - frame.scrollTop - frame.clientHeight < nearPx;
  const toEnd = () => {
    frame.scrollTop = frame.scrollHeight;
    newest.hidden = true;
  };
  // It scrolls, so the keyboard must reach it.
  frame.tabIndex = 0;
  newest.addEventListener('click', toEnd);
  frame.addEventListener('scroll', () => {
    if (isAtEnd()) newest.hidden = true;
  });
  // A smaller window (a phone's keyboard comes up) must not push the end out of sight.
  let height = frame.clientHeight;
  new ResizeObserver(() => {
    frame.scrollTop += Math.max(height - frame.clientHeight, 0);
    height = frame.clientHeight;
  }).observe(frame);

  return {
    isAtEnd,
    toEnd,
    /** Runs a change of the lower edge; who was at the end stays there. */
    holdEnd(change) {
      const atEnd = isAtEnd();
      change();
      if (atEnd) toEnd();
    },
    /** Runs a change above what is read. */
    holdPlace(change) {
      const fromEnd = frame.scrollHeight - frame.scrollTop;
      change();
      frame.scrollTop = frame.scrollHeight - fromEnd;
    },
    /** Down to the end, but never past the beginning of a message longer than the window, and never up. */
    reveal(item) {
      const end = frame.scrollHeight - frame.clientHeight;
      const top = item.offsetTop - frame.offsetTop - 12;
      frame.scrollTop = Math.min(end, Math.max(top, frame.scrollTop));
    },
    tellNew: () => {
      newest.hidden = false;
    },
  };
}
