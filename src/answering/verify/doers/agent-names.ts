import type { Evidence } from '../evidence.ts';
import { readTellings } from './read-tellings.ts';
import { bearersOf, otherNames } from './same-doer.ts';

/** Where a source names someone: in the sentences cited, only in what may be carried over into them, farther off, or nowhere. */
export type Where = 'told' | 'beside' | 'elsewhere' | 'nowhere';

export function whereIs(name: string, evidence: Evidence): Where {
  const isIn = namedIn(name, evidence);
  if (isIn(evidence.text)) return 'told';
  if (isIn(evidence.headings) || isIn(carriedOver(evidence))) return 'beside';
  return isIn(evidence.bodies) ? 'elsewhere' : 'nowhere';
}

/** Whether a text names someone, as the source may call him. */
export function namedIn(name: string, evidence: Evidence): (text: string) => boolean {
  const names = namesOf(name.replaceAll('的', ''), evidence);
  return (text) => names.some((one) => one.test(text));
}

/** How the source may name an agent: a person by name, 「老邬」 or a title that it gives to nobody else; others by the last words. */
function namesOf(name: string, evidence: Evidence): readonly RegExp[] {
  const { persons } = evidence;
  const person = persons.find((one) => name.endsWith(one));
  if (person !== undefined)
    return [
      called(person),
      ...titlesOf(name, person, evidence).map((title) => alone(title, persons)),
    ];
  const tails = [4, 3, 2].map((length) => name.slice(-length)).filter((tail) => tail.length > 1);
  const others = tails.flatMap((tail) => otherNames(tail));
  const bearers = bearersOf({ name, kind: name.slice(-2), start: 0, end: name.length }, evidence);
  const loose = /[委局院会]$/u.test(name) ? [[...name.slice(-4)].join('.{0,3}')] : [];
  const inside = /[局院所站队厂校村镇乡县区市]$/u.test(name) ? [`${name.slice(-1)}[里上内]`] : [];
  return [new RegExp([name, ...tails, ...others, ...bearers, ...loose, ...inside].join('|'), 'u')];
}

/** 「邬海棠」, 「老邬」, 「邬馆长」 */
function called(person: string): RegExp {
  const surname = person.charAt(0);
  return new RegExp(
    `${person}|[老小]${surname}|${surname}(?:书记|主任|老师|师傅|医生|经理|\\p{Script=Han}长)`,
    'u',
  );
}

/** What a claim and the articles call a person. */
function titlesOf(name: string, person: string, { bodies }: Evidence): readonly string[] {
  const before = new RegExp(`\\p{Script=Han}{2}(?=${person})`, 'gu');
  const told = [...bodies.matchAll(before)].map(([title]) => title);
  return [...new Set([...told, name.slice(0, -person.length).slice(-2)])].filter((title) =>
    titled.test(title),
  );
}

const titled =
  /^.[长员师生士授工]$|书记|主任|经理|律师|会计|干部|代表|店主|老板|法官|民警|医生|委员|主席|总监/u;

function alone(title: string, persons: readonly string[]): RegExp {
  return new RegExp(`${title}(?!\\p{Script=Han}{0,6}(?:${persons.join('|')}))`, 'u');
}

/** Whether a source has the last words of a name only behind other first ones. */
export function isNamesake(name: string, { text, persons, headings }: Evidence): boolean {
  if (text.includes(name)) return false;
  if (/[的和与及、]|[一几]名|往前/u.test(name) || persons.some((one) => name.endsWith(one)))
    return false;
  const tail =
    [6, 5, 4, 3, 2].map((length) => name.slice(-length)).find((one) => text.includes(one)) ?? '';
  const front = name.slice(0, -tail.length).slice(-2);
  const isNew = front.length > 1 && !text.includes(front) && !headings.includes(front);
  if (tail === '' || !(isNew || (front.length === 1 && tail.length > 2))) return false;
  return text
    .split(tail)
    .slice(0, -1)
    .every((before) => /\p{Script=Han}{2}$/u.test(before) && !bare.test(before));
}

const bare = /[的由在和与及被把让向给是同从到经对为后们了个名位该各本全]$|[,;。]\p{Script=Han}$/u;

/** What stands before the sentences cited, where those do not say themselves whom they tell of. */
function carriedOver({ text, bodies, sentences, persons }: Evidence): string {
  return sentences
    .map((sentence) => {
      const at = bodies.indexOf(sentence);
      const before = at <= 0 ? [] : bodies.slice(Math.max(0, at - 300), at).split(/[。!?\n]/u);
      const led = before
        .filter((one) => /\p{Script=Han}/u.test(one))
        .slice(-2)
        .join('\n');
      if (led === '' || text.includes(led.slice(-8))) return '';
      return /[他她]|^\P{Script=Han}*\p{Script=Han}{0,6}(?:该|这)/u.test(sentence) ||
        isWithoutDoer(sentence, persons)
        ? led
        : '';
    })
    .join('\n');
}

function isWithoutDoer(sentence: string, persons: readonly string[]): boolean {
  return readTellings([sentence], persons)[0]?.doers.length === 0;
}
