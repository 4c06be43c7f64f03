// Days are whole numbers since 1970 by the calendar of Beijing (UTC+8 all year), which is what months are counted by.
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** The day it is in Beijing. */
export function dayOf(instant: Date): number {
  return Math.floor((instant.getTime() + BEIJING_MS) / DAY_MS);
}

/** As SQL writes a day: `2026-07-01`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function dayFrom(text: string): number {
  return Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

/** Milliseconds since 1970 of so many minutes after midnight in Beijing. */
export function instantAt(day: number, minutes: number): number {
  return day * DAY_MS - BEIJING_MS + minutes * 60_000;
}

export function instantText(instant: number): string {
  return new Date(instant).toISOString();
}

/**
 * The last time a season came round (`from` and `to` as `11-08`; `to` may fall in the next year) and was over by the
 * given day. It keeps its length, but begins late rather than fall out of the twelve months the figures are over.
 */
export function lastSeason(today: number, from: string, to: string): { from: number; to: number } {
  const latestEnd = today - 4;
  const earliestStart = today - 361;
  for (let year = yearOf(today); ; year--) {
    const start = dayFrom(`${year}-${from}`);
    const end = dayFrom(`${to < from ? year + 1 : year}-${to}`);
    if (end > latestEnd) continue;
    const late = Math.max(0, earliestStart - start);
    return { from: start + late, to: Math.min(end + late, latestEnd) };
  }
}
