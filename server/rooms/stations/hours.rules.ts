import type { Opening } from '../../../contract/stations.ts';
import { timeZone } from '../../platform/time.ts';

/** One span of opening, in minutes from midnight; `to` beyond 1440 runs into the next day. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const weekdays = '日一二三四五六';
const dayMinutes = 1440;

/**
 * Reads hours as unions write them: `24小时`, `8:30-11:00 13:30-17:00`, `星期一到星期五 9:30-17:00`, `周一至周日 全天`,
 * `9:00-次日2:00`; clauses are parted by `；` or a line break. Returns the spans of each weekday (0 Sunday), or
 * `undefined` when any part cannot be read: half-read hours would send somebody to a locked door.
 */
export function readHours(text: string): readonly (readonly Span[])[] | undefined {
  const week: Span[][] = Array.from({ length: 7 }, () => []);
  const clauses = text
    .normalize('NFKC')
    .split(/[;；\n]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  if (clauses.length === 0) return undefined;
  for (const clause of clauses) {
    const { days, rest } = readDays(clause);
    const spans = readSpans(rest);
    if (days === undefined || spans === undefined) return undefined;
    for (const day of days) week[day]?.push(...spans);
  }
  return week.map((spans) => spans.toSorted((a, b) => a.from - b.from));
}

function readDays(clause: string): { days: number[] | undefined; rest: string } {
  const range =
    /^(?:周|星期|礼拜)([一二三四五六日天])\s*(?:至|到|-|—|~)\s*(?:周|星期|礼拜)?([一二三四五六日天])[\s:：,，]*/.exec(
      clause,
    );
  if (range) {
    const from = weekdayOf(range[1]);
    const length = ((weekdayOf(range[2]) - from + 7) % 7) + 1;
    return { days: Array.from({ length }, (_, step) => (from + step) % 7), rest: clause.slice(range[0].length) };
  }
  const some = /^((?:(?:周|星期|礼拜)[一二三四五六日天][、,，\s]*)+)[:：]?/.exec(clause);
  if (some)
    return {
      days: [...(some[1] ?? '').matchAll(/(?:周|星期|礼拜)([一二三四五六日天])/g)].map((one) => weekdayOf(one[1])),
      rest: clause.slice(some[0].length),
    };
  const words: [RegExp, number[]][] = [
    [/^(每天|每日|全周)[\s:：]*/, [0, 1, 2, 3, 4, 5, 6]],
    [/^工作日[\s:：]*/, [1, 2, 3, 4, 5]],
    [/^(周末|双休日)[\s:：]*/, [0, 6]],
  ];
  for (const [pattern, days] of words) {
    const found = pattern.exec(clause);
    if (found) return { days, rest: clause.slice(found[0].length) };
  }
  return { days: [0, 1, 2, 3, 4, 5, 6], rest: clause };
}

const weekdayOf = (sign = '') => weekdays.indexOf(sign === '天' ? '日' : sign);

function readSpans(text: string): Span[] | undefined {
  const trimmed = text.trim();
  if (/^(全天|24\s*小时|全天24小时|24小时开放)$/.test(trimmed)) return [{ from: 0, to: dayMinutes }];
  if (/^(休息|不开放|关闭)$/.test(trimmed)) return [];
  const pattern = /(\d{1,2}):(\d{2})\s*(?:-|—|–|~|至|到)\s*(次日)?(\d{1,2}):(\d{2})/g;
  const spans: Span[] = [];
  for (const [, fromHour, fromMinute, nextDay, toHour, toMinute] of trimmed.matchAll(pattern)) {
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const end = Number(toHour) * 60 + Number(toMinute);
    if (from >= dayMinutes || end > dayMinutes || Number(fromMinute) > 59 || Number(toMinute) > 59) return undefined;
    // An end before the beginning can only mean the next morning.
    spans.push({ from, to: nextDay || end <= from ? end + dayMinutes : end });
  }
  const left = trimmed.replace(pattern, '').replace(/[\s,，、]/g, '');
  return spans.length > 0 && left === '' ? spans : undefined;
}

const partsFormat = new Intl.DateTimeFormat('en-US', {
  timeZone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Open or not at an instant, by the hours as written, in the union's time zone. Holidays are a later matter. */
export function openingAt(hours_text: string, now: Date): Opening {
  const week = readHours(hours_text);
  if (week === undefined) return { state: 'unknown', until: null, opens: null };
  const parts = Object.fromEntries(partsFormat.formatToParts(now).map((part) => [part.type, part.value]));
  const today = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.weekday ?? '');
  const minute = Number(parts.hour) * 60 + Number(parts.minute);
  // A week unrolled around today, in minutes from today's midnight, with touching spans joined.
  const spans = joined(
    [-1, 0, 1, 2, 3, 4, 5, 6, 7].flatMap((ahead) =>
      (week[(today + ahead + 7) % 7] ?? []).map((span) => ({
        from: span.from + ahead * dayMinutes,
        to: span.to + ahead * dayMinutes,
      })),
    ),
  );
  const current = spans.find((span) => span.from <= minute && minute < span.to);
  if (current) return { state: 'open', until: current.to >= 7 * dayMinutes ? null : clock(current.to), opens: null };
  const next = spans.find((span) => span.from > minute);
  return {
    state: 'closed',
    until: null,
    // A day begins at 00:00, also where the minutes say it is the end of the day before.
    opens: next ? { at: clock(next.from % dayMinutes), in_days: Math.floor(next.from / dayMinutes) } : null,
  };
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

function clock(minutes: number): string {
  const within = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  // The end of a day is said as 24:00, its beginning as 00:00.
  if (within === 0 && minutes > 0) return '24:00';
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
