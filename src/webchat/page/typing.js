import { byId } from './dom.js';

/** Telegram shows an action for five seconds; the bot repeats it as long as it works. */
const typingMs = 5500;

/** The three dots: they go when a message comes, or when the bot has stopped saying that it types. */
export function createTyping(history) {
  const dots = byId('typing');
  let timer;
  const set = (hidden) => {
    clearTimeout(timer);
    if (dots.hidden === hidden) return;
    history.holdEnd(() => {
      dots.hidden = hidden;
    });
  };
  const hide = () => set(true);
  const show = () => {
    set(false);
    timer = setTimeout(hide, typingMs);
  };
  return { show, hide };
}
