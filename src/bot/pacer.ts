/** The time, and waiting for it: real, or simulated. Milliseconds. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

type MessageKind = 'answer' | 'digest';

/** Keeps to Telegram's limits: answers go ahead of digests. */
export interface Pacer {
  /** Waits until a message may go out, and counts it. */
  admit(kind: MessageKind, chatId: number): Promise<void>;
}

const second = 1000;
const minute = 60 * second;
// Telegram: about 30 messages a second in all; one is left free for answers, which then need not wait.
const perSecond = 30;
const digestsPerSecond = 29;
// One after another: a burst would make an answer wait for the second to end.
const digestGap = 33;
// 1 a second in a chat, 20 a minute in a group.
const perGroupMinute = 20;
// Chats that are quiet longer than a minute are forgotten when there are more than this.
const chatsKept = 5000;
// An answer is waiting: look again soon.
const yieldFor = 20;

export function createPacer(clock: Clock): Pacer {
  const all: number[] = [];
  const answers: number[] = [];
  const chats = new Map<number, number[]>();
  let nextDigest = 0;
  let answersWaiting = 0;
  const count = (kind: MessageKind, chatId: number) => {
    const at = clock.now();
    note(all, at);
    if (kind === 'answer') note(answers, at);
    // One that goes a little late does not put off those behind it.
    else nextDigest = (at - nextDigest < digestGap ? nextDigest : at) + digestGap;
    const times = chats.get(chatId)?.filter((time) => time > at - minute) ?? [];
    chats.set(chatId, [...times, at].slice(-perGroupMinute));
    if (chats.size > chatsKept) forgetQuiet(chats, at);
  };
  const digestMayGoAt = (chatId: number) => {
    const times = chats.get(chatId) ?? [];
    const isGroup = chatId < 0;
    // Half as many places as answers took in the last second are kept free for those of the next: with arrivals at
    // random, 2 to 10 a second, 99 of 100 answers then wait 2 ms at most; with none kept free, up to 70 ms.
    const answered = answers.filter((time) => time > clock.now() - second).length;
    return Math.max(
      nextDigest,
      freeAt(all, digestsPerSecond - Math.floor(answered / 2), second),
      freeAt(times, 1, second),
      isGroup ? freeAt(times, perGroupMinute, minute) : 0,
      answersWaiting > 0 ? clock.now() + yieldFor : 0,
    );
  };
  const mayGoAt = (kind: MessageKind, chatId: number) =>
    kind === 'digest' ? digestMayGoAt(chatId) : freeAt(all, perSecond, second);
  return {
    async admit(kind, chatId) {
      const waiting = kind === 'answer' ? 1 : 0;
      answersWaiting += waiting;
      for (let at = mayGoAt(kind, chatId); at > clock.now(); at = mayGoAt(kind, chatId)) {
        await clock.sleep(at - clock.now());
      }
      // Counted at once: between looking and counting nobody else may look.
      answersWaiting -= waiting;
      count(kind, chatId);
    },
  };
}

/** Keeps the last times, as many as the widest limit looks back. */
function note(times: number[], at: number): void {
  times.push(at);
  if (times.length > perSecond) times.shift();
}

/** When one more fits: so many in a span of time, of which these were the last, oldest first. */
function freeAt(times: readonly number[], allowed: number, span: number): number {
  const oldest = times.at(-allowed);
  return oldest === undefined ? 0 : oldest + span;
}

function forgetQuiet(chats: Map<number, readonly number[]>, at: number): void {
  for (const [chatId, times] of chats) {
    if ((times.at(-1) ?? 0) <= at - minute) chats.delete(chatId);
  }
}
