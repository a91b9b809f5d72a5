import { type Article, articleSchema } from '../../src/corpus/article.ts';

const themes = ['养老服务', '网格治理', '志愿服务'] as const;

/** An invented article of an organisation of its own: the n-th of a corpus for digests. */
export function invented(n: number, more: Partial<Article> = {}): Article {
  const name = `第${n}社区`;
  return articleSchema.parse({
    id: `article-${n}`,
    title: `${name}的办法`,
    organisations: [name],
    orgTypes: ['社区'],
    themes: [themes[n % themes.length]],
    body: [
      `${name}建立“${words(n, 20)}”议事厅，组织居民商量${words(n + 7777, 24)}等${n + 2}件小事。`,
      `党支部还邀请${n + 10}名志愿者上门，解决了${words(n + 5555, 24)}的难题。`,
    ].join('\n'),
    source: { file: `article-${n}.md`, publication: '河湾日报', date: '2024-03-05' },
    ...more,
  });
}

/** Han characters that no other number gives: reports of different events share few words. */
function words(n: number, count: number): string {
  let state = n;
  return Array.from({ length: count }, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 4000));
  }).join('');
}

/** So many invented articles. */
export function inventedCorpus(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => invented(index + 1));
}
