import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchFilters } from '../../../src/answering/applied-filter.ts';
import { createReadFilters } from '../../../src/answering/conditions/read-filters.ts';
import { loadVocabulary } from '../../../src/corpus/vocabulary.ts';

const vocabulary = await loadVocabulary(
  join(import.meta.dirname, '../../../corpus/vocabulary.yaml'),
);
const readFilters = createReadFilters(vocabulary);
const today = Temporal.PlainDate.from('2026-11-21');
const read = (message: string) => {
  const { question, filters } = readFilters(message, today);
  return [question, filters.map(({ label }) => label)];
};

test.each([
  ['只看农村的', ['农村']],
  ['呼和浩特的', ['呼和浩特市']],
  ['去年以后的', ['2025年起']],
  ['那农村的呢？', ['农村']],
  ['有没有包头的？', ['包头市']],
  ['包头和赤峰的做法', ['包头市、赤峰市']],
  ['只要养老方面的', ['养老服务']],
  ['回民区的社区的', ['回民区', '社区']],
  ['只看农村的，去年以后的', ['农村', '2025年起']],
  ['企业的呢', ['企业']],
])('%s is nothing but conditions', (message, labels) => {
  expect(read(message)).toEqual(['', labels]);
});

test.each([
  ['停车难怎么办？只看社区的', '停车难怎么办？', ['社区']],
  ['停车难怎么办 农村的', '停车难怎么办', ['农村']],
  ['社区养老怎么做，只看呼和浩特的。', '社区养老怎么做', ['呼和浩特市']],
  ['只看农村的养老做法有哪些？', '养老做法有哪些？', ['农村']],
  ['呼和浩特的社区养老怎么做？', '呼和浩特的社区养老怎么做？', ['呼和浩特市']],
])('%s is a question with conditions', (message, question, labels) => {
  expect(read(message)).toEqual([question, labels]);
});

test.each([
  '社区的网格员怎么管？',
  '今年的主题党日怎么搞？',
  '大学东路街道的网格怎么划分的？',
  '怎么做好养老服务？',
  '2022年临时救助了多少人？',
  '呼和浩特',
  '农村养老怎么做？',
])('%s is a question without conditions', (message) => {
  expect(read(message)).toEqual([message, []]);
});

test.each([
  ['去年以后的', { dateFrom: '2025-01-01' }],
  ['去年的', { dateFrom: '2025-01-01', dateTo: '2025-12-31' }],
  ['2024年3月以前的', { dateTo: '2024-02-29' }],
  ['2022年到2023年的', { dateFrom: '2022-01-01', dateTo: '2023-12-31' }],
  ['近三年的', { dateFrom: '2023-11-21' }],
  ['最近两个月的', { dateFrom: '2026-09-21' }],
  ['上个月的', { dateFrom: '2026-10-01', dateTo: '2026-10-31' }],
  ['今年以来的', { dateFrom: '2026-01-01' }],
])('%s is a span of days', (message, filters) => {
  expect(searchFilters(readFilters(message, today).filters)).toEqual(filters);
});

test('农村 stands for villages and townships, a city for all that lies in it', () => {
  const [rural] = readFilters('只看农村的', today).filters;
  expect(rural?.filters).toEqual({ orgTypes: ['乡镇', '村'] });
  const [city] = readFilters('包头的', today).filters;
  expect(city?.filters.places).toEqual(expect.arrayContaining(['包头市', '昆都仑区', '昆区']));
});
