/** The time, and waiting for it: real, or simulated. Milliseconds. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Keeps to Telegram's limits: answers go ahead of digests. */
export interface Pacer {
  /** Waits until a message may go out, and counts it. */
  admit(kind: 'answer' | 'digest', chatId: number): Promise<void>;
}

const second = 1000;
const minute = 60 * second;
// Telegram: about 30 messages a second in all; one is left free for answers, which then need not wait.
const perSecond = 30;
const digestsPerSecond = 29;
// 1 a second in a chat, 20 a minute in a group.
const perGroupMinute = 20;
// Chats that are quiet longer than a minute are forgotten when there are more than this.
const chatsKept = 5000;
// An answer is waiting: look again soon.
const yieldFor = 20;

export function createPacer(clock: Clock): Pacer {
  const all: number[] = [];
  const chats = new Map<number, number[]>();
  let answersWaiting = 0;
  const count = (chatId: number) => {
    const at = clock.now();
    all.push(at);
    if (all.length > perSecond) all.shift();
    const times = chats.get(chatId)?.filter((time) => time > at - minute) ?? [];
    chats.set(chatId, [...times, at].slice(-perGroupMinute));
    if (chats.size > chatsKept) forgetQuiet(chats, at);
  };
  const digestMayGoAt = (chatId: number) => {
    const times = chats.get(chatId) ?? [];
    const isGroup = chatId < 0;
    return Math.max(
      freeAt(all, digestsPerSecond, second),
      freeAt(times, 1, second),
      isGroup ? freeAt(times, perGroupMinute, minute) : 0,
      answersWaiting > 0 ? clock.now() + yieldFor : 0,
    );
  };
  /** Counts at once when it may go: between looking and counting nobody else may look. */
  const enter = async (chatId: number, mayGoAt: () => number) => {
    for (let at = mayGoAt(); at > clock.now(); at = mayGoAt()) await clock.sleep(at - clock.now());
    count(chatId);
  };
  return {
    async admit(kind, chatId) {
      if (kind === 'digest') {
        await enter(chatId, () => digestMayGoAt(chatId));
      } else {
        answersWaiting += 1;
        await enter(chatId, () => freeAt(all, perSecond, second));
        answersWaiting -= 1;
      }
    },
  };
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
