import type { AlignedClause } from './align-clauses.ts';
import { alike, findDenials } from './denials.ts';

/** Groups of words of which one says the contrary of the other. */
const contraries: readonly (readonly [RegExp, RegExp])[] = [
  [
    '增加|增长|增多|增收|增产|增至|增到|多了|多出|多跑|上升|升高|升到|升至|升为|提高|提升|扩大|上涨|涨了|涨到|反升',
    '减少|减收|减产|少了|少跑|少收入|下降|降低|降到|降至|降了|降为|减为|缩到|缩小|缩减|缩短|下滑|下跌|削减|减到|减至|压到',
  ],
  [
    '免费|无偿|不收费|分文不取|分文未取|分文不收|不收|不要钱|不花钱|免掉|免收|义务',
    '(?<![不未没])(?:收费|有偿|付费|收钱|收取|要钱|付钱|花钱|掏钱|向.{1,4}收|只收(?=\\d))',
  ],
  ['(?<!不)(?:允许|准许|鼓励)', '禁止|严禁|不准|不许|限制'],
  ['(?<!不)(?:支持|赞成|同意|赞同)', '反对|拒绝|抵制'],
  ['成功|办成|打赢|胜诉', '失败|输掉|败诉'],
  ['自愿|主动', '强制|被迫'],
  ['(?<!不)(?:公开|公示)', '保密|隐瞒'],
  ['成立|建立|设立|组建|恢复|开办|启动|开通', '撤销|解散|关闭|停办|停用|关停|终止'],
  ['盈利|赚', '亏损|亏本|赔'],
  ['全部|所有|全体|全员', '部分|个别|少数'],
  ['首次|第一次|头一回', '再次|第二次|又一次'],
  ['之前|以前', '之后|以后'],
  ['最多|最高|最大|最早', '最少|最低|最小|最晚'],
  ['容易|方便', '困难|麻烦'],
  ['超过|多于|高于|大多数', '不足|不到|少于|低于|少数'],
  ['必须|一律|务必|一定要', '可以不|不必|自愿|不强制|不要求'],
  ['集中', '分散'],
  ['线上|网上', '线下|现场'],
  ['(?<!不)(?:定期|固定)', '不定期|不固定'],
  ['延长', '缩短'],
  ['提前|提早', '推迟|延后|晚完工|晚了'],
  [
    '(?:高|贵|多)(?=[一二两三四五六七八九十\\d]+(?:成|%|倍))',
    '(?:低|便宜|少)(?=[一二两三四五六七八九十\\d]+(?:成|%|倍))',
  ],
  ['贵', '便宜'],
  ['第一天|首日|头一天|最年轻|年纪最小', '最后一天|末日|最年长|年纪最大'],
  ['人均|每人|人人', '户均|每户|家家'],
  ['(?<!不)愿意|(?<!不)乐意|(?<!不)肯', '不肯|不愿|不乐意|不情愿'],
  ['(?<!不)可以|允许|也能|照样能', '一律不|不得|不可|不能|不准|不许|不会'],
  ['恶劣|糟糕', '晴好|良好|晴朗'],
  ['延误|拖延|逾期|超期|误期', '按期|按时|如期|准时'],
  ['长处|优点|优势|强项', '短处|缺点|劣势|短板|弱项'],
  ['自费|自理|自掏腰包', '公费|报销|公款'],
  ['长期|常年', '短期|临时'],
  ['专职|全职', '兼职'],
  ['实名', '匿名'],
  ['室内|屋内|屋里', '室外|户外|屋外'],
  ['表扬|肯定|夸奖|称赞', '批评|指责|否定'],
  ['通过了|批准|获批', '否决|驳回|退回'],
  ['保留|留下', '拆除|拆掉|废除|取消'],
  ['加入|入社|入会', '退出|退社|退会'],
  ['合格|达标', '超标|不合格|不达标'],
  ['变多|越来越多', '变少|越来越少'],
  ['热闹|红火', '冷清|萧条'],
  ['独自|单独', '联合|联手|携手|合力'],
  ['新建', '改建|改造|翻修|扩建'],
  ['减轻|变轻|轻了', '加重|变重|重了'],
  ['省下|省了|节省|节约|省出', '多花|多用|多付|多费|浪费|多掏|多交'],
  ['也可以|也能|都能|都可以|不限', '只限|仅限|只有|只能|只许'],
  ['提高|好转|改善|变好|改进', '恶化|变差|变坏|更差|下降|降低'],
  ['加快|更快|变快|快了', '放慢|更慢|变慢|慢了|减慢'],
  ['满意|夸|称赞|好评', '(?<!不)(?:抱怨|埋怨|差评)|不满'],
  ['解决|化解|了结', '(?<!不)(?:搁置|拖着)|悬而未决'],
  ['合并|合为', '拆分|拆为|分开'],
  ['继续|延续|坚持', '中断|停办|放弃|不再'],
  ['参加|出席|到场', '缺席|缺勤'],
  ['太早|过早', '太晚|过晚|太迟'],
  ['太多|过多', '太少|过少'],
  ['太大|过大', '太小|过小'],
  ['太快|过快', '太慢|过慢'],
  ['太高|过高', '太低|过低'],
  ['太长|过长', '太短|过短'],
  ['太远|过远', '太近|过近'],
  ['多发|频发|常发', '很少发生|少发|罕见|从不发生'],
  [
    '完全相同|相同|一样|一个价|同价|持平',
    '比.{1,9}(?:多(?!样)|少|贵|便宜|高|低|早|晚|快|慢)|不同|不一样|有差别',
  ],
  ['富余|盈余|结余|剩余', '短缺|缺口|不够|亏空'],
  ['打开|敞开|开放', '锁上|关上|封闭|不开放'],
  ['(?<!不)(?:仍|照旧|依旧|还是)', '不再|不复|已经?不|早就?不'],
].map(([one = '', other = '']) => [new RegExp(one, 'u'), new RegExp(other, 'u')]);

const bothWays = contraries.flatMap(([one, other]) => [
  [one, other] as const,
  [other, one] as const,
]);

// Below this a clause does not tell of the same thing, above the second it is told by that very clause.
const related = 0.3;
const sameClause = 0.45;

/** A word of the claim of which its source says the contrary and nowhere the word itself: 收费 for 免费. */
export function contraryWord({
  said,
  source,
  sentence,
  likeness,
}: AlignedClause): string | undefined {
  if (likeness < related) return undefined;
  const where = likeness < sameClause ? sentence : source;
  for (const [here, there] of bothWays) {
    const word = here.exec(said)?.[0];
    const contrary = there.exec(where)?.[0];
    const isSaid = contrary !== undefined && !isDenied(contrary, where);
    const isOpposed = isSaid && !there.test(said) && !here.test(where);
    if (word !== undefined && isOpposed && !sentence.includes(word) && !isDenied(word, said))
      return word;
  }
  return undefined;
}

/** Whether a source says the contrary of a word: what it calls 反对, a claim may call 不赞成. */
export function saysContrary(word: string, source: string): boolean {
  return bothWays.some(([here, there]) => {
    const contrary = there.exec(source)?.[0];
    const isSaid = contrary !== undefined && !isDenied(contrary, source);
    return here.test(word) && isSaid && !here.test(source);
  });
}

function isDenied(word: string, clause: string): boolean {
  return findDenials(clause).some((denial) => denial.some((one) => alike(one, word)));
}
