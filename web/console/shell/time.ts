import dayjs, { type Dayjs } from 'dayjs';
import { dateOf, momentOf, numberOf, timeOf } from '../../ui/format.ts';
import { clockNow } from './clock.ts';
import { type Language, useLanguage } from './language.tsx';

// Days and hours are the union's, whatever clock the officer's computer keeps.
const offset = '+08:00';
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026年11月` from `2026-11`, or `November 2026`. */
function monthOf(text: string, language: Language): string {
  const [year, number] = text.split('-').map(Number);
  if (language === 'zh') return `${year}年${number}月`;
  const options = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${text}-01T00:00:00Z`));
}

/** Dates as the reader's language writes them, in the union's time zone. */
export function useTime() {
  const { language } = useLanguage();
  return {
    moment: (instant: string) => momentOf(instant, language, clockNow()),
    now: () => momentOf(clockNow(), language, clockNow()),
    time: timeOf,
    day: (text: string) => dateOf(text, language),
    month: (text: string) => monthOf(text, language),
  };
}

/** What a wall clock at the union shows at an instant, for a date field. */
export const wallOf = (instant: string): Dayjs => dayjs(wallClock.format(new Date(instant)).replace(' ', 'T'));

/** The instant at which a wall clock at the union shows what the date field says. */
export const instantOf = (wall: Dayjs): string => `${wall.format('YYYY-MM-DDTHH:mm:00')}${offset}`;

/** The wall clock at the union now. */
export const wallNow = (): Dayjs => wallOf(new Date(clockNow()).toISOString());

export const number = numberOf;
