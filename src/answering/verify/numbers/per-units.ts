const spans = '分钟 小时 天 周 月 季 年 学期 学年';
const units =
  `吨 公斤 斤 克 亩 公顷 平方米 平方公里 立方米 升(?![高级降温到至学]) 米 公里 里 人 户 村 社区 小区 县 镇 乡 单 件 次 趟 节 堂 课时 碗 份 车 箱 瓶 袋 筐 度 套 台 班 组 栋 格 条 楼 ${spans}`
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const each = new RegExp(`每(?:[个名位家](?=\\p{Script=Han}))?(${units})`, 'gu');
const mean = /([亩户人月日年])均/gu;

// Other names of the same.
const alike: readonly (readonly [RegExp, string])[] = [
  [/每[名位](?=\p{Script=Han})|每个(?:人|党员|居民|老人|职工|学生)/gu, '每人'],
  [/每[日晚早]/gu, '每天'],
  [/每个?(?:星期|礼拜)/gu, '每周'],
  [/千克/gu, '公斤'],
  [/千米/gu, '公里'],
  [/亩产/gu, '每亩'],
  [/时速/gu, '每小时'],
];

/** What a text counts something for each of: 吨 of 「每吨46元」, 亩 of 「亩均」. */
export function perUnitsOf(text: string): readonly string[] {
  const plain = alike.reduce((rest, [way, written]) => rest.replace(way, written), text);
  const found = [...plain.matchAll(each), ...plain.matchAll(mean)].map(([, unit = '']) =>
    unit === '日' ? '天' : unit,
  );
  return [...new Set(found)];
}
