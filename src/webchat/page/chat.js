import { getHistory, getPeople, listenToChat } from './api.js';
import { makeBubble } from './bubble.js';
import { createComposer } from './composer.js';
import { byId } from './dom.js';
import { createHistory } from './history.js';
import { showStatus, tellFailure } from './notices.js';
import { createPeople } from './people.js';
import { createPresses } from './presses.js';
import { createTyping } from './typing.js';

const retryMs = 1500;

/** Puts the parts of the page together and opens the reader's last chat. */
function startPage(everyone) {
  let place;
  const getPlace = () => place;
  const presses = createPresses(getPlace);
  const composer = createComposer(getPlace);
  const history = createHistory((message) => makeBubble(message, { place, presses, composer }));
  const typing = createTyping(history);
  let stop = () => undefined;
  const open = (chosen) => {
    stop();
    place = chosen;
    composer.drop();
    stop = listenToChat(place, {
      ...listenToMessages(place, { history, typing }),
      chat: createWelcome({ history, composer }),
      action: typing.show,
      answer: presses.answer,
      bot: ({ connected }) => showStatus(connected ? 'ready' : 'no-bot'),
      commands: composer.setCommands,
      readers: people.update,
      lost: () => {
        typing.hide();
        showStatus('lost');
      },
    });
  };
  const people = createPeople(everyone, open);
  byId('start').addEventListener('click', () => composer.say('/start'));
  byId('earlier').addEventListener('click', () => showEarlier(place, history));
  open(people.place());
  // On a phone the focus would bring up the keyboard.
  if (matchMedia('(hover: hover)').matches) composer.focus();
}

function listenToMessages({ reader }, { history, typing }) {
  return {
    message: (message) => {
      if (message.from.bot) typing.hide();
      history.add(message, { mine: String(message.from.id) === reader });
    },
    deleted: ({ id }) => history.remove(id),
  };
}

/** Takes in a whole chat: the first time it replaces what is shown, after an interruption it adds what was missed. */
function createWelcome({ history, composer }) {
  let isFirst = true;
  return ({ bot, chat, connected, commands, messages, hasEarlier }) => {
    showStatus(connected ? 'ready' : 'no-bot');
    composer.setCommands(commands);
    composer.invite(chat.kind === 'private' ? '说说您遇到的问题…' : `@${bot.name} 加上问题…`, bot);
    const isContinued = messages.length === 0 || messages.some(({ id }) => history.has(id));
    if (!isFirst && isContinued) return history.catchUp(messages);
    isFirst = false;
    history.reset(messages);
    byId('earlier').hidden = !hasEarlier;
  };
}

async function showEarlier(place, history) {
  try {
    const { messages, hasEarlier } = await getHistory(place, history.firstId());
    byId('earlier').hidden = !hasEarlier;
    history.prepend(messages);
  } catch (error) {
    tellFailure(error);
  }
}

async function openPage() {
  try {
    startPage(await getPeople());
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    showStatus('lost');
    setTimeout(openPage, retryMs);
  }
}

void openPage();
