// What the ledger holds besides the campaigns one can open: the rest of the year's care, health checks and honours.
import type { Occupation, Programme } from '../../../contract/words.ts';
import { summerKit, winterKit } from './campaigns.ts';
import { staffNamed } from './cast.ts';
import { instantAt, lastSeason } from './days.ts';
import { type Entry, whoOn } from './ledger.ts';
import { type Person, spanOn } from './people.ts';
import type { Place } from './places.ts';
import { at, type Chance } from './random.ts';
import type { Reach } from './reach.ts';
import { streetUnion } from './tree.ts';

/** 人, over all care of the year, each counted once: what the page calls more than 13,000. */
export const peopleCaredFor = 13_046;
/** 人次: what the page calls 4,750-odd. */
export const healthCheckServices = 4_756;
/** 人次 of people who came twice, among them. */
const secondHealthChecks = 438;
/** 人: what the page calls more than 30. */
export const honouredPeople = 32;

interface Scene {
  readonly today: number;
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  readonly reach: Reach;
  readonly chance: Chance;
}

interface Drive {
  readonly key: string;
  readonly programme: Programme;
  readonly title: string;
  readonly item: string;
  readonly season: readonly [from: string, to: string];
  readonly occupations: readonly Occupation[];
  readonly count: number;
  /** Of the count, people whom no other care reached. */
  readonly fresh: number;
}

const drives: readonly Drive[] = [
  {
    key: 'hardship',
    programme: 'care_hardship',
    title: '困难会员走访慰问',
    item: '慰问物资（米、面、油）',
    season: ['12-20', '01-25'],
    occupations: [],
    count: 64,
    fresh: 30,
  },
  {
    key: 'double-eleven',
    programme: 'care_festival',
    title: '“双11”快递员慰问',
    item: '能量包（食品、饮料）',
    season: ['11-06', '11-16'],
    occupations: ['courier'],
    count: 1_800,
    fresh: 1_350,
  },
  {
    key: 'winter',
    programme: 'care_warmth',
    title: '冬季送温暖',
    item: winterKit,
    season: ['12-08', '01-18'],
    occupations: [],
    count: 4_200,
    fresh: 3_500,
  },
  {
    key: 'festival',
    programme: 'care_festival',
    title: '把海淀问候带回家',
    item: '问候包（食品、日用品）',
    season: ['01-20', '02-14'],
    occupations: [],
    count: 3_600,
    fresh: 2_900,
  },
];

/** Reaches whoever is still wanting to make the year's number, and others again. */
function summerDrive(reached: number): Drive {
  const fresh = peopleCaredFor - reached;
  return {
    key: 'summer',
    programme: 'care_coolness',
    title: '暑期送清凉',
    item: summerKit,
    season: ['06-18', '08-20'],
    occupations: [],
    count: fresh + 900,
    fresh,
  };
}

/** Everything above, as ledger entries. The reach must know the people of the campaigns already. */
export function makeServices(scene: Scene): Entry[] {
  const care = drives.flatMap((drive) => entriesOfDrive(scene, drive));
  const summer = entriesOfDrive(scene, summerDrive(scene.reach.count()));
  return [...care, ...summer, ...doubledCount(scene), ...healthChecks(scene), ...honours(scene)];
}

const recordedBy = staffNamed('haidian').staff_id;

function entriesOfDrive({ today, places, reach, chance }: Scene, drive: Drive): Entry[] {
  const season = lastSeason(today, ...drive.season);
  const near = Map.groupBy(places, (place) => place.union_id);
  const served = reach.serve({ ...drive, day: season.from });
  return served.map((person, index) => {
    const day = chance.between(season.from, season.to);
    const happened_at = instantAt(day, chance.between(9 * 60, 18 * 60));
    return {
      programme: drive.programme,
      item: drive.item,
      quantity: 1,
      ...whoOn(person, day),
      place_id: chance.pick(near.get(person.street_id) ?? places).station_id,
      happened_at,
      recorded_at: happened_at + 5 * 60_000,
      recorded_by: recordedBy,
      source: 'recorded',
      evidence: { campaign: drive.title },
      idempotency_key: `demo:${drive.key}:${index + 1}`,
    };
  });
}

/** A count without names that came in twice, and the entry that takes the second one back. */
function doubledCount({ today, places }: Scene): Entry[] {
  const street = streetUnion('上地街道').union_id;
  const happened_at = instantAt(lastSeason(today, '07-10', '07-12').from, 15 * 60);
  const told: Entry = {
    programme: 'care_coolness',
    item: '饮用水（现场领取）',
    quantity: 60,
    member_id: null,
    union_id: street,
    occupation: null,
    place_id: places.find((place) => place.union_id === street)?.station_id ?? null,
    happened_at,
    recorded_at: happened_at + 3_600_000,
    recorded_by: staffNamed('shangdi').staff_id,
    source: 'reported',
    evidence: { campaign: '暑期送清凉', note: '路口服务点，不记名' },
    idempotency_key: 'demo:water:1',
  };
  const again: Entry = { ...told, recorded_at: told.recorded_at + 7_200_000, idempotency_key: 'demo:water:2' };
  const takenBack: Entry = {
    ...told,
    quantity: -60,
    recorded_at: again.recorded_at + 86_400_000,
    evidence: { reason: '同一批次重复补报' },
    idempotency_key: 'demo:water:2:correction',
    corrects: again.idempotency_key,
  };
  return [told, again, takenBack];
}

interface Report {
  readonly programme: Programme;
  readonly item: string;
  readonly key: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

function reported({ today, chance }: Scene, person: Person, day: number, report: Report): Entry {
  const happened_at = instantAt(day, chance.between(8 * 60, 11 * 60));
  return {
    programme: report.programme,
    item: report.item,
    quantity: 1,
    ...whoOn(person, day),
    place_id: null,
    happened_at,
    recorded_at: Math.min(instantAt(day + chance.between(2, 12), 17 * 60), instantAt(today - 1, 17 * 60)),
    recorded_by: recordedBy,
    source: 'reported',
    evidence: report.evidence,
    idempotency_key: `demo:${report.key}`,
  };
}

/** People of Haidian who were members on the day the year began, and still were at its end. */
function wholeYearMembers({ people, today, chance }: Scene): Person[] {
  return chance
    .shuffled(people.filter((person) => person.in_haidian && spanOn(person, today - 361) && spanOn(person, today)))
    .filter((person) => person.history.every((span) => span.state === 'active' || span.state === 'in_transfer'));
}

function healthChecks(scene: Scene): Entry[] {
  const { today, chance } = scene;
  const people = wholeYearMembers(scene).slice(0, healthCheckServices - secondHealthChecks);
  const check = (person: Person, day: number, key: string) =>
    reported(scene, person, day, {
      programme: 'health_check',
      item: '健康体检（基础项目）',
      key: `health_check:${key}`,
      evidence: { campaign: '新就业形态劳动者体检' },
    });
  return [
    ...people.map((person, index) => check(person, today - chance.between(130, 358), String(index + 1))),
    ...people
      .slice(0, secondHealthChecks)
      .map((person, index) => check(person, today - chance.between(5, 110), `${index + 1}:again`)),
  ];
}

const honourTitles = [
  ['首都劳动奖章', 15],
  ['北京市劳动模范', 6],
  ['北京市工会代表大会代表', 9],
  ['全国五一劳动奖章', 2],
] as const;

function honours(scene: Scene): Entry[] {
  const season = lastSeason(scene.today, '04-22', '04-30');
  const titles = honourTitles.flatMap(([title, count]) => Array<string>(count).fill(title));
  const people = wholeYearMembers(scene).slice(0, honouredPeople);
  return people.map((person, index) =>
    reported(scene, person, season.from + (index % 6), {
      programme: 'honours',
      item: at(titles, index),
      key: `honours:${index + 1}`,
      evidence: { decision: '示例 · 表彰决定' },
    }),
  );
}
