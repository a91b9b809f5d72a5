import { Composer, type Context } from 'grammy';
import type { Profile } from '../../answering/profile.ts';
import type { Vocabulary, VocabularyEntry } from '../../corpus/vocabulary.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { keyOf, type ProfileAct } from '../render/button-steps.ts';
import type { Message } from '../render/message.ts';
import { emptyProfile, renderChoices, renderProfile } from '../render/profile.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { onButton } from './on-button.ts';

const mostThemes = 5;

/** /me: a reader says what they are. Only in private. */
export function meComposer({ profiles, vocabulary }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  composer.chatType('private').command('me', async (ctx) => {
    const profile = await profiles.find(ctx.from.id);
    await sendMessages(ctx, [renderProfile(profile ?? emptyProfile)]);
  });
  composer
    .chatType(['group', 'supergroup'])
    .command('me', (ctx) => ctx.reply('请在和我的私聊里发这个命令。'));
  onButton(composer, 'me', async (ctx, step) => {
    if (ctx.from === undefined || ctx.chat?.type !== 'private') return answerPress(ctx);
    const before = (await profiles.find(ctx.from.id)) ?? emptyProfile;
    const profile = changeProfile(before, step, vocabulary);
    const isFull = profile === 'full';
    if (!isFull && profile !== before) await profiles.save(ctx.from.id, profile);
    await answerPress(ctx, isFull ? `最多选 ${mostThemes} 个主题，先取消一个再选。` : undefined);
    await replaceMessage(ctx, viewAfter(step, isFull ? before : profile, vocabulary));
  });
  return composer;
}

/** The profile after a press: the same one when nothing changes. */
function changeProfile(
  profile: Profile,
  { act, key, drops }: ProfileAct,
  { orgTypes, places, themes }: Vocabulary,
): Profile | 'full' {
  if (act === 'clear') return emptyProfile;
  const entries = { 'org-type': orgTypes, place: places, theme: themes, show: [] }[act];
  const name = entries.find((entry) => keyOf(entry.name) === key)?.name;
  if (name === undefined) return profile;
  if (act === 'org-type') return { ...profile, orgType: drops ? null : name };
  if (act === 'place') return { ...profile, place: drops ? null : name };
  const others = profile.themes.filter((theme) => theme !== name);
  if (drops) return { ...profile, themes: others };
  if (others.length >= mostThemes) return 'full';
  return { ...profile, themes: [...others, name] };
}

function viewAfter(step: ProfileAct, profile: Profile, vocabulary: Vocabulary): Message {
  const { act, key } = step;
  // One kind of organisation is all there is to choose; of themes there may be several.
  if (act === 'show' || act === 'clear' || (act === 'org-type' && key !== ''))
    return renderProfile(profile);
  if (act === 'place') return placesAfter(step, profile, vocabulary);
  const { names, chosen } =
    act === 'theme'
      ? { names: namesOf(vocabulary.themes), chosen: profile.themes }
      : { names: namesOf(vocabulary.orgTypes), chosen: [profile.orgType ?? ''] };
  return renderChoices(act, { ...step, names, chosen });
}

/** The cities and leagues, then what lies in the one chosen. */
function placesAfter(step: ProfileAct, profile: Profile, { places }: Vocabulary): Message {
  const chosen = profile.place === null ? [] : [profile.place];
  if (step.key === '') {
    const outermost = places.filter(({ name, within }) => within === undefined && isRegion(name));
    return renderChoices('place', { ...step, names: namesOf(outermost), chosen });
  }
  const place = places.find(({ name }) => keyOf(name) === step.key);
  const inner = places.filter(({ name, within }) => within === place?.name && isRegion(name));
  const isChosen = place !== undefined && profile.place === place.name;
  if (!isChosen || place.within !== undefined || inner.length === 0) return renderProfile(profile);
  return renderChoices('place', { ...step, names: namesOf(inner), chosen, within: place.name });
}

function isRegion(name: string): boolean {
  return /[市盟旗县区]$/u.test(name) && !name.endsWith('社区');
}

function namesOf(entries: readonly VocabularyEntry[]): readonly string[] {
  return entries.map(({ name }) => name);
}
