import { fileURLToPath, pathToFileURL } from 'node:url';
import { answerSets, claimSets, heldSets } from '../tests/answering/mutations/claim-sets.ts';
import {
  type JudgedClaim,
  judgeClaims,
  type Rate,
  rateOf,
} from '../tests/answering/mutations/judge-claims.ts';

const material = new URL('../tests/answering/mutations/', import.meta.url);

const groups: readonly (readonly [string, (claim: JudgedClaim) => boolean])[] = [
  ['number', ({ mutation, swap }) => mutation === 'number' && !swap],
  ['number (two swapped)', ({ mutation, swap }) => mutation === 'number' && swap],
  ['unit', ({ mutation }) => mutation === 'unit'],
  ['date', ({ mutation }) => mutation === 'date'],
  ['name', ({ mutation }) => mutation === 'name'],
  ['place', ({ mutation }) => mutation === 'place'],
  ['negation', ({ mutation }) => mutation === 'negation'],
  ['attribution', ({ mutation }) => mutation === 'attribution'],
  ['numbers, dates, names', ({ mutation }) => /^(?:number|date|name)$/u.test(mutation ?? '')],
  ['negations, attributions', ({ mutation }) => /^(?:negation|attribution)$/u.test(mutation ?? '')],
  ['all mutations', ({ truth }) => !truth],
  ['false alarms', ({ truth, derived }) => truth && !derived],
  ['figures worked out', ({ derived }) => derived],
];

/**
 * Prints, per set and kind of mutation, how many claims verify stops; `--list` names what it gets wrong. A file of claims
 * has its `articles.json` beside it.
 */
function main(args: readonly string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const sets =
    files.length > 0
      ? files.map((path) => pathToFileURL(path))
      : [...claimSets, ...answerSets, ...heldSets].map((set) => new URL(`${set}.jsonl`, material));
  for (const file of sets) {
    const judged = judgeClaims(file);
    console.log(`${fileURLToPath(file).split('/').at(-1)}: ${judged.length} claims\n`);
    console.log(tableOf(judged));
    if (args.includes('--list')) console.log(listOf(judged));
  }
}

function tableOf(judged: readonly JudgedClaim[]): string {
  const rows = groups.map(([name, belongs]) => {
    const [all, hand, made] = [
      rateOf(judged, belongs),
      rateOf(judged, (claim) => belongs(claim) && claim.hand),
      rateOf(judged, (claim) => belongs(claim) && !claim.hand),
    ].map(show);
    return `| ${name} | ${all} | ${hand} | ${made} |`;
  });
  return ['| stopped | all | by hand | generated |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function show({ stopped, all }: Rate): string {
  return all === 0 ? '' : `${stopped}/${all} ${((100 * stopped) / all).toFixed(1)} %`;
}

function listOf(judged: readonly JudgedClaim[]): string {
  return judged
    .filter(({ truth, derived, fault }) => (truth && !derived) !== (fault === undefined))
    .map(({ id, mutation, swap, quote, claim, fault }) =>
      [
        `${id} ${mutation ?? 'TRUE'}${swap ? ' swap' : ''} ${fault?.fault ?? ''} ${fault?.detail ?? ''}`,
        `  Q ${quote}`,
        `  C ${claim}`,
      ].join('\n'),
    )
    .join('\n');
}

main(process.argv.slice(2));
