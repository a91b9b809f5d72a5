import { byId } from './dom.js';
import { showToast } from './notices.js';

const maxFile = 20 * 1024 * 1024;

/** What is about to be sent: the text, and what it goes with, a file or the message it replies to. */
export function createDraft() {
  const text = byId('text');
  let added = {};
  let busy = false;

  const read = () => ({ written: text.value.trim(), ...added });
  const isReady = () => !busy && (text.value.trim() !== '' || added.file !== undefined);
  const refresh = () => {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    byId('send').disabled = !isReady();
  };
  const add = (things, words) => {
    added = things;
    byId('file').value = '';
    byId('context-text').textContent = words;
    byId('context').hidden = words === '';
    refresh();
  };
  refresh();

  return {
    read,
    isReady,
    refresh,
    drop: () => add({}, ''),
    write(words) {
      text.value = words;
      refresh();
    },
    setBusy(isBusy) {
      busy = isBusy;
      refresh();
    },
    attach(file) {
      if (file.size > maxFile) showToast('文件太大了，最多 20 MB。');
      else if (file.size === 0) showToast('这个文件是空的。');
      else add({ file }, `文件：${file.name}`);
      text.focus();
    },
    reply({ id, from, text: words, document: file }) {
      const shown = (words || file?.name || '').slice(0, 60);
      add({ replyTo: id }, `回复 ${from.name}：${shown}`);
      text.focus();
    },
  };
}
