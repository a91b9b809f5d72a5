const before = '[城镇村县市校厂院园山河湖江街区]';
const behind = '[侧面边门区岸郊部院口楼街路坡礁棚]';
const direction = '[东西南北]';
const named = new RegExp(`(${before})(${direction})|(${direction})(${behind})`, 'gu');

/** 「城东」 where the source has 「城西」, 「南侧」 for 「北侧」: it lies on another side. */
export function findOtherSide(claim: string, source: string): string | undefined {
  return [...claim.matchAll(named)]
    .map(([whole, front = '', , , back = '']) => ({ whole, front, back }))
    .find(({ whole, front, back }) => {
      const pattern = new RegExp(`${front}${direction}${back}`, 'gu');
      const told = [...source.matchAll(pattern)].map(([one]) => one);
      return (
        told.length > 0 && !told.includes(whole) && told.some((other) => !claim.includes(other))
      );
    })?.whole;
}
