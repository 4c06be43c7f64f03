// How dates, distances, counts and money are written, in both languages. Instants are shown in the union's time zone,
// wherever the reader's device is set.

export type Language = 'zh' | 'en';

const zone = 'Asia/Shanghai';
const weekdaysZh: Record<string, string> = {
  Sun: '日',
  Mon: '一',
  Tue: '二',
  Wed: '三',
  Thu: '四',
  Fri: '五',
  Sat: '六',
};

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const monthNumber = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'numeric' });

interface Parts {
  weekday: string;
  year: string;
  month: string;
  monthNumber: string;
  day: string;
  time: string;
}

function partsOf(instant: string | number): Parts {
  const when = new Date(instant);
  const found: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(when)) found[type] = value;
  const part = (type: string) => found[type] ?? '';
  return {
    weekday: part('weekday'),
    year: part('year'),
    month: part('month'),
    monthNumber: monthNumber.format(when),
    day: part('day'),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** `14:30` */
export const timeOf = (instant: string | number): string => partsOf(instant).time;

/** `11月23日 周一`, or `Mon 23 Nov`; with the year where it is not the year of `now`. */
export function dayOf(instant: string | number, language: Language, now: number = Date.now()): string {
  const at = partsOf(instant);
  const year = at.year === partsOf(now).year ? '' : at.year;
  if (language === 'en') return `${at.weekday} ${at.day} ${at.month}${year && ` ${year}`}`;
  return `${year && `${year}年`}${at.monthNumber}月${at.day}日 周${weekdaysZh[at.weekday] ?? ''}`;
}

/** `11月23日 周一 14:30`, or `Mon 23 Nov, 14:30`. */
export function momentOf(instant: string | number, language: Language, now: number = Date.now()): string {
  return `${dayOf(instant, language, now)}${language === 'en' ? ', ' : ' '}${timeOf(instant)}`;
}

/** A calendar day (`2026-11-23`) as `2026年11月23日`, or `23 Nov 2026`. */
export function dateOf(day: string, language: Language): string {
  const at = partsOf(`${day}T12:00:00+08:00`);
  return language === 'en' ? `${at.day} ${at.month} ${at.year}` : `${at.year}年${at.monthNumber}月${at.day}日`;
}

/** `350 米`, `1.2 公里`; `350 m`, `1.2 km`. Rounded to ten metres: a straight line is no more exact than that. */
export function distanceOf(metres: number, language: Language): string {
  const rounded = Math.max(10, Math.round(metres / 10) * 10);
  if (rounded < 1000) return `${rounded} ${language === 'en' ? 'm' : '米'}`;
  const kilometres = rounded < 10_000 ? (rounded / 1000).toFixed(1) : String(Math.round(rounded / 1000));
  return `${kilometres} ${language === 'en' ? 'km' : '公里'}`;
}

const grouped = new Intl.NumberFormat('en-US');

/** `12,873` */
export const numberOf = (count: number): string => grouped.format(count);

/** Distinct people: `12,873 人`, `12,873 people`. */
export const peopleOf = (count: number, language: Language): string =>
  language === 'en' ? `${numberOf(count)} ${count === 1 ? 'person' : 'people'}` : `${numberOf(count)} 人`;

/** Services given, the same person counted each time: `4,750 人次`, `4,750 times`. */
export const timesOf = (count: number, language: Language): string =>
  language === 'en' ? `${numberOf(count)} ${count === 1 ? 'time' : 'times'}` : `${numberOf(count)} 人次`;

/** Fen as `¥1,234.50`. */
export const moneyOf = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
