import { z } from 'zod';
import { count, facility, id, page, searchText, stationKind, unionRef } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Open or not at the moment of asking, from the hours as the union wrote them. */
export const opening = z.object({
  /** `unknown` where the hours cannot be read; the text is then shown as it stands. */
  state: z.enum(['open', 'closed', 'unknown']),
  /** When it closes, if open: `HH:MM`, or `null` where it never does. */
  until: z.string().nullable(),
  /** When it opens next, if closed: `HH:MM`, with the days from today (0 today, 1 tomorrow …). */
  opens: z.object({ at: z.string(), in_days: count }).nullable(),
});
export type Opening = z.output<typeof opening>;

export const stationCard = z.object({
  station_id: id,
  kind: stationKind,
  name: z.string(),
  address: z.string(),
  street: unionRef,
  latitude: z.number(),
  longitude: z.number(),
  /** Straight-line metres from the position given; `null` without one. */
  distance_m: count.nullable(),
  facilities: z.array(facility),
  hours_text: z.string(),
  opening,
});
export type StationCard = z.output<typeof stationCard>;

export const stationDetail = stationCard.extend({
  phone: z.string().nullable(),
  note: z.string().nullable(),
});
export type StationDetail = z.output<typeof stationDetail>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const stationQuery = z.object({
  /** WGS-84 degrees; both or neither. */
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  street_id: id.optional(),
  kind: stationKind.optional(),
  facility: facility.optional(),
  open_now: flag.optional(),
  q: searchText.optional(),
  page,
});

export const stations = {
  'GET /api/stations': endpoint({
    summary: 'Stations, nearest first when a position is given, else by name; twenty a page.',
    query: stationQuery,
    reply: z.object({ stations: z.array(stationCard), total: count, page: z.number().int() }),
  }),
  'GET /api/stations/:station_id': endpoint({
    summary: 'One station.',
    params: z.object({ station_id: id }),
    reply: stationDetail,
  }),
  'GET /api/streets': endpoint({
    summary: 'Streets and towns that have stations, with how many.',
    reply: z.object({ streets: z.array(unionRef.extend({ stations: count })) }),
  }),
  'GET /api/desk/station-counts': endpoint({
    summary: 'How many stations a branch has, by kind and by street.',
    query: z.object({ union_id: id.optional() }),
    reply: z.object({
      by_kind: z.array(z.object({ kind: stationKind, stations: count })),
      by_street: z.array(unionRef.extend({ stations: count })),
    }),
  }),
};
