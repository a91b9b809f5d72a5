import { sendPress } from './api.js';
import { make } from './dom.js';
import { showAlert, showToast, tellFailure } from './notices.js';

const patienceMs = 60_000;

/** The buttons under messages, from the press to the bot's answer. */
export function createPresses(getPlace) {
  const waiting = new Map();
  // The answer may come before the server has told the number of the press.
  const early = new Map();

  const settle = (press, answer) => {
    const entry = waiting.get(press);
    if (entry === undefined) return;
    waiting.delete(press);
    clearTimeout(entry.timer);
    setBusy(entry.button, false);
    if (answer.text === '') return;
    if (answer.alert) showAlert(answer.text);
    else showToast(answer.text);
  };

  const wait = (press, button) => {
    const timer = setTimeout(
      () => settle(press, { text: '机器人没有回应，请再按一次。', alert: false }),
      patienceMs,
    );
    waiting.set(press, { button, timer });
    if (early.has(press)) settle(press, early.get(press));
  };

  const press = async (button, target) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    setBusy(button, true);
    try {
      wait((await sendPress(getPlace(), target)).press, button);
    } catch (error) {
      setBusy(button, false);
      tellFailure(error);
    }
  };

  return {
    /** The buttons of a message, row by row; undefined when it has none. */
    makeKeyboard({ id, buttons }) {
      if (buttons.length === 0) return undefined;
      const rows = buttons.map((cells, row) =>
        make(
          'div',
          { class: 'keys' },
          ...cells.map((cell, column) =>
            makeKey(cell, (key) => press(key, { message: id, row, column })),
          ),
        ),
      );
      return make('div', { class: 'keyboard', role: 'group', 'aria-label': '选项' }, ...rows);
    },
    answer(answer) {
      if (waiting.has(answer.press)) settle(answer.press, answer);
      else early.set(answer.press, answer);
    },
  };
}

function makeKey({ text, url }, onPress) {
  if (url !== undefined) {
    const properties = { class: 'key', href: url, target: '_blank', rel: 'noopener noreferrer' };
    return /^https?:\/\//i.test(url) ? make('a', properties, text) : make('span', {}, text);
  }
  const key = make('button', { type: 'button', class: 'key' }, text);
  key.addEventListener('click', () => onPress(key));
  return key;
}

function setBusy(button, busy) {
  button.setAttribute('aria-busy', String(busy));
}
