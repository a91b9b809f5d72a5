const later = /[次隔翌下](?:一?个)?(?:工作日|[日天月周年])|第[二2](?:天|个?月|年|周)/u;
const laterSource =
  /[次隔翌下](?:一?个)?(?:工作日|星期|[日天月周年])|[之以日天年月周]后|第[二2]|明[天日年]|转[天年]/u;
const atOnce = /当[场天日晚月周]|立即|即时|即刻|马上|立刻|随即|现场/u;

/** 「次月开票」 for 「当场开票」: what is done at once in the source is done later. */
export function laterForAtOnce(claim: string, source: string): string | undefined {
  if (atOnce.test(claim) || !atOnce.test(source) || laterSource.test(source)) return undefined;
  return later.exec(claim)?.[0];
}

const terms =
  '正月 腊月 唐代 宋代 元代 明代 清代 民国 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒'.split(
    ' ',
  );
// These mean other things too.
const plain = /雨水|小雪|大雪|小满|清明/u;

/** 「霜降前后」 for 「谷雨前后」, 「正月」 for 「腊月」, 「明代」 for 「清代」: none of the claim's terms stands in the source, and another does. */
export function otherSolarTerm(claim: string, source: string): string | undefined {
  const has = (text: string) => terms.filter((term) => text.includes(term) && !plain.test(term));
  if (has(source).length === 0) return undefined;
  return has(claim).find((term) => !source.includes(term));
}
