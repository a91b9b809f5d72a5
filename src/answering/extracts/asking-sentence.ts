import { focusPairs } from '../focus.ts';

// Whoever writes more tells a story first.
const longestPlain = 30;
const leastPairs = 2;

/** The sentence in which a long message asks what it wants to know; undefined where it is all one. */
export function askingSentence(message: string): string | undefined {
  if (message.length <= longestPlain) return undefined;
  const sentences = message.split(/(?<=[。！？!?；;\n])/u).map((one) => one.trim());
  const asking = sentences.findLast((one) => focusPairs(one).length >= leastPairs);
  return asking === undefined || asking === message.trim() ? undefined : asking;
}
