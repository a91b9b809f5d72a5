import { sendDocument, sendText } from './api.js';
import { createCommandMenu } from './command-menu.js';
import { byId } from './dom.js';
import { createDraft } from './draft.js';
import { tellFailure } from './notices.js';

const maxText = 4096;
const maxCaption = 1024;

/** The line at the bottom: text, reply, file, commands. */
export function createComposer(getPlace) {
  const text = byId('text');
  const draft = createDraft();
  let bot;
  const deliver = async () => {
    if (!draft.isReady()) return;
    draft.setBusy(true);
    try {
      const { written, ...others } = draft.read();
      await deliverParts(getPlace(), { written: mentionBot(written, bot), ...others });
      draft.write('');
      draft.drop();
    } catch (error) {
      tellFailure(error);
    } finally {
      draft.setBusy(false);
      text.focus();
    }
  };
  const menu = createCommandMenu((command) => {
    draft.write(command);
    void deliver();
  });
  listenToText(text, { draft, deliver, menu });
  listenToButtons(draft, deliver);
  takeFiles(draft);

  return {
    setCommands: menu.setCommands,
    reply: draft.reply,
    drop: draft.drop,
    focus: () => text.focus(),
    /** Who is spoken to, and the words in the empty line. */
    invite(words, given) {
      text.placeholder = words;
      bot = given;
    },
    /** Sends a text that was not typed, for example a command of a message. */
    async say(words) {
      try {
        await sendText(getPlace(), words);
      } catch (error) {
        tellFailure(error);
      }
    },
  };
}

function listenToText(text, { draft, deliver, menu }) {
  text.addEventListener('input', () => {
    draft.refresh();
    menu.follow(text.value);
  });
  text.addEventListener('keydown', (event) => {
    if (isComposing(event) || menu.handleKey(event)) return;
    if (event.key === 'Escape') draft.drop();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void deliver();
  });
}

/** An Enter that ends the choice of a Chinese character is no Enter for us. Safari says so by key code 229 alone. */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

function listenToButtons(draft, deliver) {
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void deliver();
  });
  byId('context-drop').addEventListener('click', draft.drop);
  byId('attach').addEventListener('click', () => byId('file').click());
}

/** Files come by the paper clip, dropped on the page, or pasted. */
function takeFiles(draft) {
  const attachFirst = (files) => {
    if (files?.length > 0) draft.attach(files[0]);
  };
  byId('file').addEventListener('change', (event) => attachFirst(event.target.files));
  addEventListener('paste', (event) => attachFirst(event.clipboardData?.files));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    attachFirst(event.dataTransfer?.files);
  });
}

/** People call the bot by the name they see; a mention is its user name, as when it is picked from a list on Telegram. */
function mentionBot(written, bot) {
  if (bot === undefined) return written;
  return written.replace(new RegExp(`[@＠]${bot.name}\\s?`, 'g'), `@${bot.username} `).trim();
}

/** A text above Telegram's limit goes as several messages, cut at line ends where there are any. */
async function deliverParts(place, { written, file, replyTo }) {
  const caption = file !== undefined && written.length <= maxCaption ? written : '';
  if (file !== undefined) await sendDocument(place, file, caption);
  if (written === '' || caption !== '') return;
  for (const part of splitText(written)) await sendText(place, part, replyTo);
}

function splitText(written) {
  const parts = [];
  let rest = written;
  while (rest.length > maxText) {
    const line = rest.lastIndexOf('\n', maxText);
    const end = line > maxText / 2 ? line : maxText;
    const cut = /[\ud800-\udbff]/.test(rest[end - 1]) ? end - 1 : end;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}
