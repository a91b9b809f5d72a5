import type { LinePlace, RoleLine } from '../lines/role-line.ts';

const subtitle = /^[—–-]{1,2}\s*[^—–-][^，。；]{4,}[^，。；：！？]$/u;

/** A subtitle with its dash tells of itself and of the line above it. */
export function whySubtitled({ line }: RoleLine, { before, after }: LinePlace): string | null {
  if (subtitle.test(line.text)) {
    const isBelow = before?.role === 'heading' && line.blanksBefore <= 1;
    return isBelow ? '标题下面以破折号开头的副题' : null;
  }
  const isAbove = after !== undefined && after.line.blanksBefore === 0 && line.blanksBefore > 0;
  const isPlain = !/[，。；！？]/.test(line.text);
  return isAbove && isPlain && subtitle.test(after.line.text) ? '下一行是破折号开头的副题' : null;
}

/** Right below a line of a headline and above a blank line, without any of the signs that sentences have. */
export function closesDeck({ line }: RoleLine, { before, after, style }: LinePlace): boolean {
  if (before?.role !== 'heading' || line.blanksBefore > 0 || sentenceSigns.test(line.text))
    return false;
  return after !== undefined && after.line.blanksBefore > style.usualBlanks;
}

export const sentenceSigns = /[，、。；：！？,;:!?]/u;
