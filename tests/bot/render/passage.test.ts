import { expect, test } from 'vitest';
import { openCited, renderPassages } from '../../../src/bot/render/passage.ts';
import { articleSchema } from '../../../src/corpus/article.ts';
import { canteen, cite } from '../../support/sample-answers.ts';

const answerId = 'AAAAAAAAAAAA';
const open = openCited(answerId, 1);
const keyboard = [[{ text: '看全文', callback_data: `a:${answerId}:c:1:1` }]];
const heading = '<b>[1] 一碗热饭暖老人</b>\n柳林社区 · 刊期未注明 · 改写';

test('a passage as HTML, exactly', () => {
  const citations = [cite(1, canteen, '独居的有41名')] as const;
  expect(renderPassages({ open, citations: [...citations], article: canteen })).toEqual([
    {
      html: [
        heading,
        '',
        '<blockquote expandable>柳林社区有60岁以上老人312名，<b>独居的有41名</b>。社区党委把闲置车棚改成食堂，每餐收费8元。',
        '食堂由12名党员轮流值班，行动不便的老人由网格员送餐上门。开业半年来送餐3600份。</blockquote>',
      ].join('\n'),
      keyboard,
    },
  ]);
});

test('only the passages that are cited are shown, each folded by itself', () => {
  const paragraphs = Array.from({ length: 4 }, (_, n) => `第${n}段：${'说'.repeat(290)}。`);
  const long = articleSchema.parse({ ...canteen, body: paragraphs.join('\n') });
  const first = { ...cite(1, long, paragraphs[0]!), passageId: `${long.id}#0` };
  const third = { ...cite(3, long, paragraphs[2]!), passageId: `${long.id}#2` };
  const [message] = renderPassages({ open, citations: [first, third], article: long });
  expect(message?.html).toBe(
    [
      heading.replace('[1]', '[1][3]'),
      '',
      `<blockquote expandable><b>${paragraphs[0]}</b></blockquote>`,
      '',
      `<blockquote expandable><b>${paragraphs[2]}</b></blockquote>`,
    ].join('\n'),
  );
});

test('sentences that overlap are in bold once', () => {
  const citations = [
    cite(1, canteen, '独居的有41名。社区党委'),
    cite(2, canteen, '社区党委把闲置车棚'),
  ] as const;
  const [message] = renderPassages({ open, citations: [...citations], article: canteen });
  expect(message?.html).toContain('312名，<b>独居的有41名。社区党委</b><b>把闲置车棚</b>改成食堂');
});

test('what a changed article does not say any more is shown as it was cited', () => {
  const changed = articleSchema.parse({ ...canteen, body: '独居的有40名。' });
  const citations = [cite(1, canteen, '独居的有41名')] as const;
  expect(renderPassages({ open, citations: [...citations], article: changed })).toEqual([
    {
      html: `${heading}\n\n这篇文章后来改动过，当时引用的是：\n\n<blockquote expandable><b>独居的有41名</b></blockquote>`,
      keyboard,
    },
  ]);
});
