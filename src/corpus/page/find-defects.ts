const clause = /[^，,。；;！？\n]*(?:[，,。；;！？\n]|$)/gu;
const doubledWord = /(?<![的了是在和与])([的是在和与])\1(?![的是在和与确非])/gu;
// An opening mark where the closing one should stand.
const turnedQuote = /“([^“”\n]{1,40})“(?=[^“”\n]{0,60}(?:[\n。]|$))/gu;
const likelyMisread: ReadonlyMap<string, string> = new Map([
  ['己经', '已经'],
  ['巳经', '已经'],
  ['自已', '自己'],
  ['因比', '因此'],
]);

/** What print or extraction has spoiled. The text stays as it is; the reader is told. */
export function findDefects(body: string): readonly string[] {
  const defects = [
    ...doubledClauses(body).map((doubled) => `“${doubled}”重复印了两遍，照原样保留。`),
    ...[...body.matchAll(doubledWord)].map(([doubled]) => `“${doubled}”多印了一个字，照原样保留。`),
    ...[...body.matchAll(turnedQuote)].map(
      ([, quoted = '']) => `“${quoted}”的后引号印成了前引号，照原样保留。`,
    ),
    ...[...likelyMisread].flatMap(([printed, meant]) =>
      body.includes(printed) ? [`“${printed}”疑为“${meant}”，照原样保留。`] : [],
    ),
  ];
  return [...new Set(defects)];
}

/** Clauses of some length that are printed again at once, with the sign behind them. */
function doubledClauses(body: string): readonly string[] {
  const clauses = body.match(clause) ?? [];
  return clauses.filter(
    (one, at) => /^.{6,40}[，,。；;]$/u.test(one) && clauses[at - 1]?.endsWith(one) === true,
  );
}
