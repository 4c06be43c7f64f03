import type { Language } from '../../contract/endpoint.ts';

/** The union's time zone: days, months and years are counted in it. China has one. */
export const timeZone = 'Asia/Shanghai';

/** Tells the time; tests hand in their own. */
export type Clock = () => Date;

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone });

/** The day in Beijing, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string => dayFormat.format(instant);

/** A day some days on, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An instant as people read it in a sentence: `11月23日 周一 14:30`, `Mon 23 Nov, 14:30`. */
export function readable(instant: Date, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions, locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(instant);
  const clock = part({ hour: '2-digit', minute: '2-digit', hour12: false }, 'en-GB');
  if (language === 'en') return `${part({ weekday: 'short', day: 'numeric', month: 'short' }, 'en-GB')}, ${clock}`;
  return `${part({ month: 'long', day: 'numeric' }, 'zh-CN')} ${part({ weekday: 'short' }, 'zh-CN')} ${clock}`;
}
