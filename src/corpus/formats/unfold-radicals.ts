// Radicals of the CJK supplement that Unicode gives no compatibility form, with the character each looks like.
const supplement: ReadonlyMap<string, string> = new Map(
  [
    '⺁厂 ⺎兀 ⺕彐 ⺗心 ⺝月 ⺠民 ⺢氺 ⺩王 ⺫罒 ⺮竹 ⺶羊 ⺷羊 ⺼月 ⻁虎 ⻃覀 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻒镸 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页',
    '⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龟 ⻲亀',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/**
 * Text of a PDF often holds radicals for whole characters (⼤ for 大, ⺠ for 民), since a font draws both
 * with one shape. They are turned back, so that a word can be found.
 */
export function unfoldRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fdf]/gu,
    (radical) => supplement.get(radical) ?? radical.normalize('NFKC'),
  );
}
