import type { Profile } from '../../answering/profile.ts';
import { bold, line, paragraph } from './block.ts';
import { keyOf, type ProfileAct } from './button-steps.ts';
import { inPairs, onPage, turnRow } from './choice-page.ts';
import { button, type Message, renderMessage } from './message.ts';

const choicesPerPage = 16;

export const emptyProfile: Profile = { orgType: null, place: null, themes: [] };

/** What a reader has said they are, with the buttons that change it. */
export function renderProfile({ orgType, place, themes }: Profile): Message {
  const isEmpty = orgType === null && place === null && themes.length === 0;
  const blocks = [
    paragraph(bold('我的单位')),
    paragraph('告诉我您是哪类单位，几个做法一样合用时，同类单位的会排在前面。都可以不填。'),
    paragraph(`单位类型：${orgType ?? '没有填'}`),
    line(`地点：${place ?? '没有填'}`),
    line(`关注的主题：${themes.length === 0 ? '没有填' : themes.join('、')}`),
  ];
  const clear = isEmpty ? [] : [[act('全部清空', 'clear')]];
  return renderMessage(blocks, [
    [act('选单位类型', 'org-type'), act('选地点', 'place')],
    [act('选主题', 'theme')],
    ...clear,
  ]);
}

interface ChoicesView {
  readonly page: number;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  /** Where a place lies, when the choice is among places within it. */
  readonly within?: string | undefined;
}

const questions = {
  'org-type': '您在哪类单位？再点一次取消。',
  place: '您在哪里？先选盟市，再选旗县区。',
  theme: '关注哪些主题？最多五个，再点一次取消。',
} as const;

/** Names to choose from, a page at a time, the chosen ones marked. */
export function renderChoices(
  kind: keyof typeof questions,
  { names, chosen, within, page }: ChoicesView,
): Message {
  const shown = onPage(names, { page, size: choicesPerPage });
  const buttons = shown.shown.map((name) => {
    const drops = chosen.includes(name);
    const data = { does: 'me', act: kind, key: keyOf(name), drops, page: shown.page } as const;
    return button(drops ? `✓ ${name}` : name, data);
  });
  const question =
    within === undefined ? questions[kind] : `已选${within}。在哪个旗县区？可以不选。`;
  const turns = turnRow(shown, (to) => ({
    does: 'me',
    act: kind,
    key: '',
    drops: false,
    page: to,
  }));
  return renderMessage(
    [paragraph(question)],
    [...inPairs(buttons), ...turns, [act('‹ 返回', 'show')]],
  );
}

function act(text: string, name: ProfileAct['act']) {
  return button(text, { does: 'me', act: name, key: '', drops: false, page: 1 });
}
