import type { StationCard } from '../../../contract/stations.ts';
import type { Facility, StationKind } from '../../../contract/words.ts';
import { recall, remember } from '../shell/device.ts';
import { store } from '../shell/store.ts';
import type { Position } from './position.ts';

export interface Filters {
  street_id: number | null;
  kind: StationKind | null;
  facility: Facility | null;
  open_now: boolean;
  q: string;
}

const cleared: Filters = { street_id: null, kind: null, facility: null, open_now: true, q: '' };

/** Lives outside the screen, so that coming back from a station shows the same list. */
export const filters = store<Filters>({ ...cleared, street_id: recall<number>('street') });

export function filterBy(change: Partial<Filters>): void {
  const next = { ...filters.get(), ...change };
  if ('street_id' in change) remember('street', next.street_id);
  filters.set(next);
}

export const clearFilters = (): void =>
  filterBy({ kind: null, facility: null, q: '', open_now: false, street_id: null });

/** Further pages the reader asked for; they belong to one list only. */
export const furtherPages = store<{ list: string; cards: StationCard[]; page: number }>({
  list: '',
  cards: [],
  page: 1,
});

export function queryOf({ street_id, kind, facility, open_now, q }: Filters, at: Position | null) {
  return {
    ...(at ?? {}),
    ...(street_id ? { street_id } : {}),
    ...(kind ? { kind } : {}),
    ...(facility ? { facility } : {}),
    ...(open_now ? { open_now: 'true' as const } : {}),
    ...(q ? { q } : {}),
  };
}
