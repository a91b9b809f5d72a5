import { expect, test } from 'vitest';
import { type JudgedClaim, judgeClaims, rateOf } from './mutations/judge-claims.ts';

const material = new URL('mutations/', import.meta.url);

const kinds = {
  'numbers, dates and names': /^(?:number|date|name)$/u,
  'places and units': /^(?:place|unit)$/u,
  'negations and attributions': /^(?:negation|attribution)$/u,
};

/** What is reached, in percent: it may rise and not fall. */
const reached = {
  open: {
    'numbers, dates and names': 99,
    'places and units': 99,
    'negations and attributions': 93,
    falseAlarms: 2,
  },
};

const open = judgeClaims(new URL('open.jsonl', material));

function percent(judged: readonly JudgedClaim[], belongs: (claim: JudgedClaim) => boolean): number {
  const { stopped, all } = rateOf(judged, belongs);
  expect(all).toBeGreaterThan(0);
  return (100 * stopped) / all;
}

test.each(['numbers, dates and names', 'places and units', 'negations and attributions'] as const)(
  'of the open half, changed %s are caught',
  (kind) => {
    const caught = percent(open, ({ mutation }) => kinds[kind].test(mutation ?? ''));
    expect(caught).toBeGreaterThanOrEqual(reached.open[kind]);
  },
);

test('of the open half, true paraphrases pass', () => {
  expect(percent(open, ({ truth }) => truth)).toBeLessThanOrEqual(reached.open.falseAlarms);
});
