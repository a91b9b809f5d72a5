import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

const body =
  '渡口的投诉由每月31件减到12件，候船的老人从一天40位增加到95位。过去一天只开6班船，如今开到9班。';

test.each(['渡口的投诉越来越多。', '候船的老人比去年少了。', '一天开的船班比过去减少了。'])(
  'a way that the figures do not go is told of: %s',
  (claim) => {
    expect(rulesAgainst(claim, body)).toContain('other-trend');
  },
);

test.each(['渡口的投诉少了。', '候船的老人越来越多。', '一天开的船班比过去增加了。'])(
  'the way they go is not: %s',
  (claim) => {
    expect(rulesAgainst(claim, body)).not.toContain('other-trend');
  },
);
