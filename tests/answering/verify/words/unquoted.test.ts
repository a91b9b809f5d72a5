import { expect, test } from 'vitest';
import { countUnquoted } from '../../../../src/answering/verify/words/unquoted.ts';

const quoted = '去年共调解邻里纠纷143起,没有一起闹到法院。“不是不让停,是换个地方停。”李强说。';

test.each([
  ['去年调解邻里纠纷143起。', 0, 0],
  ['没有一起闹到法院;去年调解邻里纠纷143起。', 0, 8],
  ['去年调解邻里纠纷413起。', 1, 1],
  ['去年调解邻里纠纷143起,都闹到法院。', 1, 1],
  ['李强说,不是不让停。', 0, 3],
  ['王强说,不是不让停。', 1, 3],
  ['', 0, 0],
])('%s: %i letters by clause and %i in order are not quoted', (claim, byClause, inOrder) => {
  expect(countUnquoted(claim, quoted)).toEqual({ byClause, inOrder });
});
