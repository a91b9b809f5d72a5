import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { splitDecks } from '../../../../src/corpus/page/headlines/split-decks.ts';

const role = z.enum(['kicker', 'title', 'subtitle']);
const labelledSchema = z.object({
  author: z.string(),
  page: z.string(),
  lines: z.array(z.string()),
  roles: z.array(role),
  held: z.boolean().default(false),
});
type Labelled = z.infer<typeof labelledSchema>;

/** The parts as they are printed: a colon ends the kicker, a dash begins the subtitle. */
function toDeck(lines: readonly string[]) {
  const colon = lines.slice(0, -1).findLastIndex((line) => /[:：]$|——$/u.test(line));
  const dash = lines.findIndex((line, index) => index > 0 && /^[—–-]{1,2}/u.test(line));
  return { lines, kickers: colon + 1, subtitles: dash < 0 ? 0 : lines.length - dash };
}

function split(...headlines: readonly (readonly string[])[]) {
  const decks = headlines.map((lines) => toDeck(lines));
  return splitDecks(decks).map(({ kickers, titles }, index) => {
    const lines = headlines[index] ?? [];
    const end = kickers + titles;
    return [lines.slice(0, kickers), lines.slice(kickers, end), lines.slice(end)];
  });
}

describe('the lines of one headline', () => {
  test('what happened, and below it an image of it: kicker and title', () => {
    expect(split(['杨柳渡船运站推行“绿旗验船”制度', '一面小旗拴住平安'])).toEqual([
      [['杨柳渡船运站推行“绿旗验船”制度'], ['一面小旗拴住平安'], []],
    ]);
  });

  test('two halves of one length are one title', () => {
    expect(split(['把绿旗挂在船头', '把乘客放在心头'])).toEqual([
      [[], ['把绿旗挂在船头', '把乘客放在心头'], []],
    ]);
  });

  test('one sentence over two lines is one title', () => {
    expect(split(['老渡口里开来', '十二条新船'])).toEqual([
      [[], ['老渡口里开来', '十二条新船'], []],
    ]);
  });

  test('a deed and what it is for are one title', () => {
    const lines = ['杨柳渡船运站：', '创新验船方式', '让绿旗下的每一个人安心过河'];
    expect(split(lines)).toEqual([[lines.slice(0, 1), lines.slice(1), []]]);
  });

  test('figures below a short title are its subtitle, without a dash too', () => {
    const lines = ['绿旗挂上船头', '渡口去年运送乘客九万余人次 四千三百次验船没有一次事故'];
    expect(split(lines)).toEqual([[[], lines.slice(0, 1), lines.slice(1)]]);
  });

  test('below a kicker with a colon: title and subtitle', () => {
    const lines = ['杨柳渡船运站：', '一面小旗拴住平安', '十二名船工一年验船四千三百多次'];
    expect(split(lines)).toEqual([[lines.slice(0, 1), lines.slice(1, 2), lines.slice(2)]]);
  });

  test.each([
    ['杨柳渡船运站把旧缆绳', '改成“平安绳结”'],
    ['“小绿旗”飞进渡口里', '旧船舱变成读书屋'],
    ['十二名船工组成', '护渡“第一梯队”'],
  ])('%s / %s: one title over two lines', (first, second) => {
    expect(split([first, second])).toEqual([[[], [first, second], []]]);
  });

  test('kicker, two lines of title, and who was present', () => {
    const lines = [
      '全市渡口安全工作会议召开',
      '把绿旗挂在船头',
      '把乘客放在心头',
      '沈一舟出席并讲话',
    ];
    expect(split(lines)).toEqual([[lines.slice(0, 1), lines.slice(1, 3), lines.slice(3)]]);
  });

  test('the name of an organisation is no title above other lines', () => {
    const lines = ['杨柳渡船运站', '绿旗挂在船头 乘客放在心头'];
    expect(split(lines)).toEqual([[lines.slice(0, 1), lines.slice(1), []]]);
  });

  test('traditional characters are read like simplified ones', () => {
    const lines = ['楊柳渡船運站推行「綠旗驗船」制度', '一面小旗拴住平安'];
    expect(split(lines)).toEqual([[lines.slice(0, 1), lines.slice(1), []]]);
  });
});

// Two authors wrote 440 headlines and said which line is what, without a look at the splitter; the others are those of
// tests/corpus/pages. Nothing was learned from those held back: see bench/train-decks.ts.
describe('headlines that people have told apart', () => {
  const all = readFileSync(join(import.meta.dirname, 'decks.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledSchema.parse(JSON.parse(line)));

  function shareRight(some: readonly Labelled[]): number {
    const pages = [...Map.groupBy(some, ({ author, page }) => `${author} ${page}`).values()];
    const right = pages.flatMap((page) => {
      const parts = split(...page.map(({ lines }) => lines));
      return page.filter(({ lines, roles }, index) => {
        const found = parts[index]?.flatMap((part, at) => part.map(() => role.options[at]));
        return found?.join() === roles.join() && lines.length === roles.length;
      });
    });
    return right.length / some.length;
  }

  test('are split as they did', () => {
    expect(all.length).toBeGreaterThan(600);
    expect(shareRight(all)).toBeGreaterThanOrEqual(0.985);
  });

  test('also those from which nothing was learned', () => {
    expect(shareRight(all.filter(({ held }) => held))).toBeGreaterThanOrEqual(0.95);
  });
});
