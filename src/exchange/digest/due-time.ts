import type { Rhythm } from '../state/digest-tables.ts';

/** When a subscription wants its digests. */
interface Timetable {
  /** Minutes after midnight. */
  readonly minute: number;
  readonly rhythm: Rhythm;
  /** IANA name. */
  readonly zone: string;
}

// Nobody is woken: nothing is sent from 22:00 to 7:00 in the reader's zone.
const quietFrom = 22 * 60;
const quietUntil = 7 * 60;
const monday = 1;
const friday = 5;
const daysInWeek = 7;

/** The first time after an instant (epoch milliseconds) that a digest is due. */
export function nextDue({ minute, rhythm, zone }: Timetable, after: number): number {
  const start = dateIn(zone, after);
  for (let days = 0; days <= daysInWeek + 1; days += 1) {
    const date = start.add({ days });
    const due = instantOf(date, minute, zone);
    if (due > after && isDay(date.dayOfWeek, rhythm)) return due;
  }
  throw new Error(`no day of a week is due in the rhythm ${rhythm}`);
}

/** Between two quiet nights: a digest may be sent from `from` on and before `until`. */
interface SendWindow {
  readonly from: number;
  readonly until: number;
}

/** The time around an instant, or the next one after it, that is not quiet. */
export function sendWindow(zone: string, at: number): SendWindow {
  const today = dateIn(zone, at);
  const ends = instantOf(today, quietFrom, zone);
  if (at < ends) return { from: Math.max(at, instantOf(today, quietUntil, zone)), until: ends };
  const tomorrow = today.add({ days: 1 });
  return {
    from: instantOf(tomorrow, quietUntil, zone),
    until: instantOf(tomorrow, quietFrom, zone),
  };
}

/** The times of many subscriptions at one instant: most are alike, and each is computed once. */
export interface TimesAt {
  day(zone: string): string;
  window(zone: string): SendWindow;
  next(timetable: Timetable): number;
}

export function timesAt(at: number): TimesAt {
  const days = new Map<string, string>();
  const windows = new Map<string, SendWindow>();
  const nexts = new Map<string, number>();
  return {
    day: (zone) => once(days, zone, () => dayIn(zone, at)),
    window: (zone) => once(windows, zone, () => sendWindow(zone, at)),
    next(timetable) {
      const { minute, rhythm, zone } = timetable;
      return once(nexts, `${minute} ${rhythm} ${zone}`, () => nextDue(timetable, at));
    },
  };
}

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}

/** The date in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: number): string {
  return dateIn(zone, at).toString();
}

/** The Monday of a date's week. */
export function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - monday }).toString();
}

function dateIn(zone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf(date: Temporal.PlainDate, minute: number, zone: string): number {
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

function isDay(dayOfWeek: number, rhythm: Rhythm): boolean {
  if (rhythm === 'weekly') return dayOfWeek === monday;
  return rhythm === 'daily' || dayOfWeek <= friday;
}
