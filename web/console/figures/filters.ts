import type { Dayjs } from 'dayjs';
import type { Call } from '../../../contract/index.ts';
import { entrySources, occupations, programmes } from '../../../contract/words.ts';
import type { Address } from '../shell/router.tsx';
import { wallNow } from '../shell/time.ts';

type Asked = NonNullable<Call<'GET /api/desk/figures'>['query']>;
export type FigureQuery = Omit<Asked, 'union_id'> & { union_id?: number | undefined };

export type Preset = 'this_month' | 'this_year' | 'last_12';
export const presets: readonly Preset[] = ['this_month', 'this_year', 'last_12'];

const format = (day: Dayjs) => day.format('YYYY-MM-DD');

/** The days of a preset, both included, by the union's clock. */
export function spanOf(preset: Preset, now: Dayjs = wallNow()): { from: string; to: string } {
  if (preset === 'this_month') return { from: format(now.startOf('month')), to: format(now) };
  if (preset === 'this_year') return { from: format(now.startOf('year')), to: format(now) };
  return { from: format(now.subtract(1, 'year').add(1, 'day')), to: format(now) };
}

const known = <K extends string>(table: Record<K, unknown>, text: string | undefined): K | undefined =>
  text !== undefined && text in table ? (text as K) : undefined;
const dayIn = (text: string | undefined): string | undefined =>
  text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;

/** The figures asked for, as the address says; without a span the last twelve months. */
export function queryOf(address: Address): FigureQuery & { from: string; to: string } {
  const usual = spanOf('last_12');
  return {
    union_id: Number(address.get('union_id')) || undefined,
    from: dayIn(address.get('from')) ?? usual.from,
    to: dayIn(address.get('to')) ?? usual.to,
    programme: known(programmes, address.get('programme')),
    care: address.get('care') === 'true' ? 'true' : undefined,
    own: address.get('own') === 'true' ? 'true' : undefined,
    occupation: known(occupations, address.get('occupation')),
    source: known(entrySources, address.get('source')),
  };
}

const withQuery = (path: string, query: Record<string, unknown>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
};

export const figuresAt = (query: FigureQuery): string => withQuery('/figures', query);
/** The list a figure was counted from. */
export const entriesAt = (query: FigureQuery): string => withQuery('/figures/entries', query);
export const stationsAt = (query: { kind?: string; street_id?: number | undefined }): string =>
  withQuery('/figures/stations', query);

/** A month's days inside the span asked for. */
export function monthWithin(month: string, { from, to }: { from: string; to: string }): { from: string; to: string } {
  const first = `${month}-01`;
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
  return { from: first < from ? from : first, to: last > to ? to : last };
}
