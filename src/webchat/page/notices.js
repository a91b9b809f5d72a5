import { RefusedError } from './api.js';
import { byId, make } from './dom.js';

const toastMs = 4000;

/** A short notice that goes by itself. */
export function showToast(text) {
  const toast = make('p', { class: 'toast' }, text);
  byId('toasts').append(toast);
  setTimeout(() => toast.remove(), toastMs + text.length * 60);
}

/** A notice that waits to be read. */
export function showAlert(text) {
  byId('alert-text').textContent = text;
  byId('alert').showModal();
}

/** Says why something did not work; what the reader wrote is still in its place. */
export function tellFailure(error) {
  if (error instanceof RefusedError) showToast(error.message);
  else if (error instanceof TypeError || error instanceof SyntaxError) {
    showToast('连不上茶座，请稍后再试。');
  } else throw error;
}

/** The line under the name: how things stand between the page, the server and the bot. */
export function showStatus(state) {
  const words = {
    ready: '在线',
    'no-bot': '机器人未连接，正在重试',
    lost: '连接已断开，正在重试',
    connecting: '正在连接…',
  };
  const status = byId('status');
  status.dataset.state = state;
  if (status.textContent !== words[state]) status.textContent = words[state];
}
