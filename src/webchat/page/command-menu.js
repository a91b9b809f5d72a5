import { byId, make } from './dom.js';

/** The list of the bot's commands above the line: by its button, or by typing `/`. */
export function createCommandMenu(onChoose) {
  const button = byId('menu');
  const text = byId('text');
  const list = createOptions(byId('commands'), text, (command) => {
    close();
    onChoose(`/${command}`);
  });
  let commands = [];

  const close = () => {
    list.hide();
    button.setAttribute('aria-expanded', 'false');
  };
  const open = (beginning) => {
    const fitting = commands.filter(({ command }) => command.startsWith(beginning));
    if (fitting.length === 0) return close();
    list.show(fitting);
    button.setAttribute('aria-expanded', 'true');
  };
  button.addEventListener('click', () => {
    if (list.isShown()) close();
    else open('');
    text.focus();
  });
  addEventListener('pointerdown', (event) => {
    if (!(list.contains(event.target) || button.contains(event.target))) close();
  });

  return {
    setCommands(given) {
      commands = given;
      button.hidden = given.length === 0;
      close();
    },
    /** Follows what is typed: a command in the making shows those that fit. */
    follow(written) {
      const beginning = /^\/([a-z\d_]*)$/i.exec(written)?.[1];
      if (beginning === undefined) close();
      else open(beginning.toLowerCase());
    },
    /** Whether the key was meant for the menu. */
    handleKey(event) {
      if (!list.isShown()) return false;
      if (event.key === 'ArrowDown') list.step(1);
      else if (event.key === 'ArrowUp') list.step(-1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' || event.key === 'Tab') list.choose();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** A list box whose active option is told to the text field: the focus never leaves the field. */
function createOptions(list, text, onChoose) {
  let active = 0;
  const mark = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    for (const [at, option] of options.entries()) {
      option.setAttribute('aria-selected', String(at === active));
    }
    text.setAttribute('aria-activedescendant', options[active].id);
    options[active].scrollIntoView({ block: 'nearest' });
  };
  return {
    show(commands) {
      list.replaceChildren(...commands.map((entry) => makeOption(entry, onChoose)));
      list.hidden = false;
      mark(0);
    },
    hide() {
      list.hidden = true;
      text.removeAttribute('aria-activedescendant');
    },
    isShown: () => !list.hidden,
    contains: (element) => list.contains(element),
    step: (by) => mark(active + by),
    choose: () => list.children[active].click(),
  };
}

function makeOption({ command, description }, onChoose) {
  return make(
    'div',
    {
      role: 'option',
      class: 'option',
      id: `command-${command}`,
      'aria-selected': 'false',
      onclick: () => onChoose(command),
    },
    make('strong', {}, `/${command}`),
    make('span', {}, description),
  );
}
