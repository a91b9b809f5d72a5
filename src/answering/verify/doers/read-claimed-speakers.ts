import type { Agent, Place } from './agent.ts';
import { isSomebody, nounsOf } from './name-somebody.ts';

const saying =
  /^(.*?)(?:这|这也|这[句番段些]?话|此话|这个说法|这一说法|情况)?(?:是|出自|来自|引自|语出)([^是]{2,18}?)(?:(?:说|讲|透露|介绍|反映|坦言|强调|提醒|表示|指出|转述|提到|承认|告诉\p{Script=Han}+)(?:过)?的(?:话|一句话)?|(?:的|所作的?)(?:原话|提醒|说法|观点|看法|体会|感受|话|评价|介绍|感慨|心声|讲述|回忆|判断|解释|总结|叮嘱|感叹|表态|承诺)|之口|的?口中|的嘴)$/u;
const named =
  /^(.*?)(?:这[句番段些]?话|此话|这个说法|这一说法|话)(?:出自|来自|引自)([^是]{2,18})$/u;

/** 「这是护士斯琴说的话」, 「这句话出自书记秦立川」 */
export function saidBy({ clause, before, persons }: Place): readonly Agent[] {
  const [, lead = '', name = ''] = saying.exec(clause) ?? named.exec(clause) ?? [];
  if (name === '' || !isSomebody(name, persons)) return [];
  return [{ name, deed: [before, lead].join(','), act: [before, lead].join(','), place: 'says' }];
}

const asSaid =
  /^(?:在|照|按|按照|用|据|听|依)(\p{Script=Han}{2,16}?)(?:看来|的说法|的话[说讲来]?说?|的介绍|的统计|的估计|的测算|的描述|的判断|统计|测算|估计|所[说言述]|讲述)(.*)$/u;
/** 「照站长的说法」 */
export function retoldBy({ clause, after, persons }: Place): readonly Agent[] {
  const [, teller = '', words = ''] = asSaid.exec(clause) ?? [];
  if (teller !== '' && isSomebody(teller, persons))
    return [{ name: teller, deed: [words, after].join(','), act: words, place: 'speech' }];
  return [];
}

const speech =
  /^(?:(?:则|也|还|却|又|都|曾|随后|当场|坦率地?|直接|这样|如此|在\p{Script=Han}{1,8}[上里中]|\p{Script=Han}{2,5}地)*)(?:表示|介绍|坦言|认为|提醒|透露|指出|强调|承认|回忆|感慨|感叹|直言|反映|解释|提到|抱怨|评价|证实|呼吁|称(?![为作赞号呼重之])|说(?!明|服|法|话|了算))(?!最|问题)(.*)$/u;

/** 「芦埠镇副镇长表示」 */
export function speakerOf({ clause, after, persons }: Place): readonly Agent[] {
  const plain = clause.replace(/^(?:据说?|按|用|另据)/u, '');
  for (const name of startsOf(plain, persons)) {
    const said = speech.exec(plain.slice(name.length))?.[1];
    if (said === undefined) continue;
    return [{ name, deed: [said, after].join(','), act: [said, after].join(','), place: 'speech' }];
  }
  return [];
}

/** Who may begin a clause: by its nouns, or up to a verb of speech that the words do not show. */
function startsOf(clause: string, persons: readonly string[]): readonly string[] {
  const nouns = nounsOf(clause, persons) ?? '';
  const shortest =
    /^\p{Script=Han}{2,18}?(?=(?:则|也|还|却|又|都|曾)?(?:表示|介绍|坦言|认为|提醒|透露|指出|强调|承认|回忆|感慨|直言|反映|解释|提到|称|说))/u.exec(
      clause,
    )?.[0] ?? '';
  return [nouns, nounsOf(shortest, persons) === shortest ? shortest : ''].filter(
    (name) => name !== '',
  );
}
