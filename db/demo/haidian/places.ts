import type postgres from 'postgres';
import type { Facility, StationKind } from '../../../contract/words.ts';
import { dayText } from './days.ts';
import { insertRows, moveSequencePast } from './insert.ts';
import { cellOf, isInside } from './outline.ts';
import { at, type Chance, makeChance } from './random.ts';
import { type Street, streets } from './streets.ts';
import { streetUnion } from './tree.ts';
import { buildingEnds, communityEnds, facilityShares, hours, roadEnds, roadNames, shops } from './words.ts';

/** As the source counts them. */
export const warmStationCount = 2_394;
export const workersHomeCount = 246;

/** The three with a keeper who can sign in; the open campaign is collected here. */
export const driversStation = 1;
export const zhongguancunStation = 2;
export const balizhuangStation = 3;

export interface Place {
  readonly station_id: number;
  readonly kind: StationKind;
  readonly name: string;
  readonly union_id: number;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly facilities: readonly Facility[];
  readonly hours_text: string;
  readonly phone: string | null;
  readonly note: string | null;
  /** Days before the story's today. */
  readonly opened_days_ago: number;
}

const keptPlaces: readonly Place[] = [
  {
    station_id: driversStation,
    kind: 'warm_station',
    name: '网约车司机小站',
    union_id: streetUnion('上地街道').union_id,
    address: '中关村软件园 尚东·数字谷',
    latitude: 40.047,
    longitude: 116.2935,
    facilities: ['rest', 'hot_meals', 'hot_meal_machine', 'charging', 'toilet', 'medicine', 'parking'],
    hours_text: '24小时',
    phone: null,
    note: '停车位限时免费；餐饮机供应热食。',
    opened_days_ago: 420,
  },
  {
    station_id: zhongguancunStation,
    kind: 'warm_station',
    name: '中关村街道暖心驿站（和畅路8号店）',
    union_id: streetUnion('中关村街道').union_id,
    address: '和畅路8号（示例）',
    latitude: 39.9818,
    longitude: 116.3262,
    facilities: ['rest', 'water', 'charging', 'hot_meals', 'toilet', 'medicine', 'reading', 'step_free_access'],
    hours_text: '9:00-21:00',
    phone: null,
    note: null,
    opened_days_ago: 900,
  },
  {
    station_id: balizhuangStation,
    kind: 'warm_station',
    name: '八里庄街道暖心驿站（槐安街21号店）',
    union_id: streetUnion('八里庄街道').union_id,
    address: '槐安街21号（示例）',
    latitude: 39.9291,
    longitude: 116.2957,
    facilities: ['rest', 'water', 'charging', 'medicine', 'first_aid', 'battery_swap'],
    hours_text: '周一至周日 8:00-20:00',
    phone: null,
    note: null,
    opened_days_ago: 640,
  },
];

/** All 2,640 places of Haidian. */
export function makePlaces(): readonly Place[] {
  const chance = makeChance('haidian places');
  const names = new Set(keptPlaces.map((place) => place.name));
  const places = [...keptPlaces];
  const add = (kind: StationKind, count: number) => {
    for (const [index, street] of shareOut(count).entries()) {
      const station_id = places.length + 1;
      places.push(makePlace({ station_id, kind, street, names, chance, first: index < streets.length }));
    }
  };
  add('warm_station', warmStationCount - keptPlaces.length);
  add('workers_home', workersHomeCount);
  return places;
}

interface PlaceDraft {
  readonly station_id: number;
  readonly kind: StationKind;
  readonly street: Street;
  readonly names: Set<string>;
  readonly chance: Chance;
  /** The first of its kind in the street, which bears the street's name alone. */
  readonly first: boolean;
}

function makePlace({ station_id, kind, street, names, chance, first }: PlaceDraft): Place {
  const road = chance.pick(roadNames) + chance.pick(roadEnds);
  const number = chance.between(1, 199);
  const [longitude, latitude] = pointNear(street, chance);
  // A landline of Beijing never begins with 0: nobody answers these.
  const phone = chance.happens(0.3) ? `010-0000${String(chance.below(10_000)).padStart(4, '0')}` : null;
  return {
    station_id,
    kind,
    name: nameOf({ kind, street, names, chance, first }, road, number),
    union_id: streetUnion(street.name).union_id,
    address: `${street.name}${road}${number}号（示例）`,
    latitude,
    longitude,
    facilities: facilitiesOf(chance),
    hours_text: chance.weighted(hours),
    phone,
    note: null,
    opened_days_ago: chance.between(40, 3_200),
  };
}

/** A list of streets in proportion to their weights, one of each first, `count` long: the largest remainders round up. */
function shareOut(count: number): Street[] {
  const total = streets.reduce((sum, street) => sum + street.weight, 0);
  const shares = streets.map((street) => ({ street, exact: ((count - streets.length) * street.weight) / total }));
  const counts = new Map(shares.map(({ street, exact }) => [street, Math.floor(exact)]));
  const missing = count - streets.length - [...counts.values()].reduce((sum, each) => sum + each, 0);
  const byRemainder = shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { street } of byRemainder.slice(0, missing)) counts.set(street, (counts.get(street) ?? 0) + 1);
  return [...streets, ...streets.flatMap((street) => Array<Street>(counts.get(street) ?? 0).fill(street))];
}

/** Near the street's point, inside the outline and in the street's own cell; five decimals are a metre. */
function pointNear(street: Street, chance: Chance): readonly [longitude: number, latitude: number] {
  for (let tries = 0; tries < 1_000; tries++) {
    const longitude = Number((street.longitude + chance.bell() * street.spread * 1.3).toFixed(5));
    const latitude = Number((street.latitude + chance.bell() * street.spread).toFixed(5));
    if (isInside(longitude, latitude) && cellOf(longitude, latitude) === street) return [longitude, latitude];
  }
  throw new Error(`no room for a station in ${street.name}`);
}

function nameOf(draft: Omit<PlaceDraft, 'station_id'>, road: string, number: number): string {
  const { kind, street, names, chance, first } = draft;
  const plain = kind === 'warm_station' ? '暖心驿站' : '职工之家';
  if (first) names.add(street.name + plain);
  if (first) return street.name + plain;
  const forms = [
    `${street.name}${plain}（${road}${number}号店）`,
    `${street.name}${chance.pick(roadNames)}${chance.pick(communityEnds)}${plain}`,
    `${chance.pick(roadNames)}${chance.pick(buildingEnds)}${plain}（${street.name}）`,
    `${street.name}${road}${chance.pick(shops)}${plain}`,
  ];
  const name = at(
    forms,
    chance.weighted(
      kind === 'warm_station'
        ? [
            [0, 40],
            [1, 20],
            [2, 15],
            [3, 25],
          ]
        : [
            [1, 30],
            [2, 70],
          ],
    ),
  );
  const chosen = names.has(name) ? `${street.name}${plain}（${road}${number}号）` : name;
  const unique = names.has(chosen) ? `${chosen}${chance.pick(shops)}` : chosen;
  names.add(unique);
  return unique;
}

function facilitiesOf(chance: Chance): Facility[] {
  const further = facilityShares.filter(([, share]) => chance.happens(share / 100)).map(([facility]) => facility);
  return ['rest', 'water', 'charging', ...further];
}

export async function insertPlaces(
  tx: postgres.TransactionSql,
  places: readonly Place[],
  today: number,
): Promise<void> {
  const rows = places.map(({ opened_days_ago, ...place }) => ({
    ...place,
    opened_on: dayText(today - opened_days_ago),
  }));
  await insertRows(tx, 'station', rows);
  await moveSequencePast(tx, 'station', 'station_id');
}
