import { openReader } from './api.js';
import { byId, make } from './dom.js';
import { tellFailure } from './notices.js';

const withBot = 'bot';
const another = 'another';

/** Who reads, and with whom: each a list to choose from. */
export function createPeople({ readers, groups }, onChange) {
  const chat = byId('chat');
  const reader = createReaderList(readers);
  const place = () => ({
    reader: reader.chosen(),
    chat: chat.value === withBot ? reader.chosen() : chat.value,
  });
  const changed = () => {
    remember({ reader: reader.chosen(), chat: chat.value });
    onChange(place());
  };
  chat.replaceChildren(
    make('option', { value: withBot }, '与茶座'),
    ...groups.map(({ id, name }) => make('option', { value: String(id) }, name)),
  );
  choose(chat, recall('chat') ?? withBot);
  chat.addEventListener('change', changed);
  reader.listen(changed);
  return { place, update: reader.update };
}

/** The names, and one entry that asks for a new one. */
function createReaderList(readers) {
  const list = byId('reader');
  let known = readers;
  let current = recall('reader');
  const fill = () => {
    list.replaceChildren(
      ...known.map(({ id, name }) => make('option', { value: String(id) }, name)),
      make('option', { value: another }, '＋ 换一位读者…'),
    );
    choose(list, current);
    current = list.value;
  };
  fill();
  return {
    chosen: () => current,
    listen(onChange) {
      const take = (id) => {
        current = id;
        fill();
        onChange();
      };
      list.addEventListener('change', () => {
        const asked = list.value;
        // The list goes on showing who reads now: the dialog may be cancelled.
        choose(list, current);
        if (asked === another) byId('new-reader').showModal();
        else take(asked);
      });
      listenToDialog((opened) => {
        if (!known.some(({ id }) => id === opened.id)) known = [...known, opened];
        take(String(opened.id));
      });
    },
    /** Takes in readers that another tab made. */
    update(everyone) {
      known = everyone;
      fill();
    },
  };
}

function listenToDialog(onOpened) {
  byId('new-reader-cancel').addEventListener('click', () => byId('new-reader').close());
  byId('new-reader-form').addEventListener('submit', async () => {
    const field = byId('new-reader-name');
    try {
      onOpened(await openReader(field.value));
      field.value = '';
    } catch (error) {
      tellFailure(error);
    }
  });
}

/** Chooses an entry, or the first when it is not there. */
function choose(list, value) {
  list.value = value;
  if (list.selectedIndex === -1) list.selectedIndex = 0;
}

/** A tab keeps its own choice; a new tab begins with the last one. */
function remember(choices) {
  for (const [key, value] of Object.entries(choices)) {
    sessionStorage.setItem(key, value);
    localStorage.setItem(key, value);
  }
}

function recall(key) {
  return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? undefined;
}
