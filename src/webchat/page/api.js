/** A request the server turned down, with its own words for the reader. */
export class RefusedError extends Error {}

async function post(path, place, { body, type = 'application/json', ...parameters }) {
  const address = `${path}?${new URLSearchParams({ ...place, ...parameters })}`;
  const headers = { 'content-type': type, 'x-webchat': 'page' };
  const response = await fetch(address, { method: 'POST', headers, body });
  const answer = await response.json();
  if (!response.ok) throw new RefusedError(answer.error);
  return answer;
}

async function get(path, parameters = {}) {
  const response = await fetch(`${path}?${new URLSearchParams(parameters)}`);
  const answer = await response.json();
  if (!response.ok) throw new RefusedError(answer.error);
  return answer;
}

export const getPeople = () => get('/page/people');

export const getHistory = (place, before) => get('/page/history', { ...place, before });

export const openReader = (name) => post('/page/reader', {}, { body: JSON.stringify({ name }) });

export const sendText = (place, text, replyTo) =>
  post('/page/text', place, { body: JSON.stringify({ text, replyTo }) });

export const sendPress = (place, button) =>
  post('/page/press', place, { body: JSON.stringify(button) });

export const sendDocument = (place, file, caption) =>
  post('/page/document', place, {
    body: file,
    type: file.type || 'application/octet-stream',
    name: file.name,
    caption,
  });

export const fileAddress = (place, message) =>
  `/page/file?${new URLSearchParams({ ...place, message })}`;

const retryMs = 1500;

/**
 * Listens to one chat, over every interruption, until the returned function is called.
 * `listeners` holds a function for each event of the server, and `lost` for a broken connection.
 */
export function listenToChat(place, listeners) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource(`/page/stream?${new URLSearchParams(place)}`);
    for (const [name, listener] of Object.entries(listeners)) {
      source.addEventListener(name, (event) => listener(JSON.parse(event.data)));
    }
    source.onerror = () => {
      listeners.lost();
      source.close();
      timer = setTimeout(open, retryMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
