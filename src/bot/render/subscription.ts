import type { Choices } from '../../exchange/digest/digests.ts';
import type { Subscription } from '../../exchange/digest/subscriptions.ts';
import type { Rhythm } from '../../exchange/state/digest-tables.ts';
import { bold, line, paragraph } from './block.ts';
import type { DigestAct } from './button-steps.ts';
import { inPairs, onPage, turnRow } from './choice-page.ts';
import { shortDay } from './digest.ts';
import { button, type Message, renderMessage } from './message.ts';

const rhythmNames: Readonly<Record<Rhythm, string>> = {
  daily: '每天',
  workdays: '工作日',
  weekly: '每周一',
};

/** Minutes after midnight that are offered; none in the quiet hours. */
export const timesOffered = [7, 8, 9, 12, 18, 20].map((hour) => hour * 60);

const choicesPerPage = 8;

interface SettingsView {
  readonly subscription: Subscription | undefined;
  readonly timeZone: string;
  /** Days whose digest may not have arrived. */
  readonly unknownDays: readonly string[];
}

/** What a chat's subscription is like, with the buttons that change it. */
export function renderSettings({ subscription, timeZone, unknownDays }: SettingsView): Message {
  const lost = unknownDays.map((day) => [act(`再发一次 ${shortDay(day)} 的`, 'again', day)]);
  const told =
    lost.length === 0 ? [] : [paragraph('有的日报发出后没有收到回音，没看到的话可以再发一次。')];
  if (subscription === undefined) {
    const blocks = [
      paragraph(bold('每日一读')),
      paragraph('每天早上给您送三到五条各地做法，每条都有出处，随时可以退订。'),
      ...told,
    ];
    const buttons = [[act('订阅', 'subscribe'), act('先看今天的', 'preview')], ...lost];
    return renderMessage(blocks, buttons);
  }
  const { themes, orgTypes, rhythm, minute, zone, isPaused } = subscription;
  const blocks = [
    paragraph(bold(isPaused ? '每日一读 · 已暂停' : '每日一读 · 已订阅')),
    line(`时间：${rhythmNames[rhythm]} ${clockTime(minute)}（${zone ?? timeZone}）`),
    line(`主题：${themes.length === 0 ? '全部' : themes.join('、')}`),
    line(`单位：${orgTypes.length === 0 ? '全部' : orgTypes.join('、')}`),
    line('换时区请发：/digest 时区名，例如 /digest Asia/Urumqi'),
    ...told,
  ];
  return renderMessage(blocks, [
    [act('选主题', 'theme'), act('选单位', 'org-type')],
    [act('改时间', 'time'), act('改频率', 'rhythm')],
    [isPaused ? act('恢复', 'resume') : act('暂停', 'pause'), act('先看今天的', 'preview')],
    ...lost,
    [act('退订', 'leave')],
  ]);
}

/** The names to choose from, a page at a time, the chosen ones marked. */
export function renderChoices(
  kind: 'theme' | 'org-type',
  { subscription, choices, page }: ChoicesView,
): Message {
  const names = kind === 'theme' ? choices.themes : choices.orgTypes;
  const chosen = kind === 'theme' ? subscription.themes : subscription.orgTypes;
  const shown = onPage(names, { page, size: choicesPerPage });
  const buttons = shown.shown.map((name) => {
    const drops = chosen.includes(name);
    const data = { does: 'digest', act: kind, value: name, drops, page: shown.page } as const;
    return button(drops ? `✓ ${name}` : name, data);
  });
  const turns = turnRow(shown, (to) => ({ ...step(kind), page: to }));
  const what = kind === 'theme' ? '主题' : '单位类型';
  return renderMessage(
    [paragraph(`点一下选中，再点取消。一个都不选，就是全部${what}。`)],
    [...inPairs(buttons), ...turns, [act('‹ 返回', 'show')]],
  );
}

interface ChoicesView {
  readonly subscription: Subscription;
  readonly choices: Choices;
  readonly page: number;
}

export function renderTimes({ minute }: Subscription): Message {
  const buttons = timesOffered.map((time) =>
    act(time === minute ? `✓ ${clockTime(time)}` : clockTime(time), 'time', String(time)),
  );
  return renderMessage(
    [paragraph('什么时候送？晚上十点到早上七点不打扰。')],
    [...inPairs(buttons), [act('‹ 返回', 'show')]],
  );
}

export function renderRhythms({ rhythm }: Subscription): Message {
  const names = Object.entries(rhythmNames).map(([value, name]) =>
    act(value === rhythm ? `✓ ${name}` : name, 'rhythm', value),
  );
  return renderMessage([paragraph('多久送一次？')], [names, [act('‹ 返回', 'show')]]);
}

function act(text: string, name: DigestAct['act'], value = '') {
  return button(text, { ...step(name), value });
}

function step(act: DigestAct['act']) {
  return { does: 'digest', act, value: '', drops: false, page: 1 } as const;
}

function clockTime(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
