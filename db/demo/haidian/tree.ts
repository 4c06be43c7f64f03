import type postgres from 'postgres';
import type { Occupation, UnionLevel } from '../../../contract/words.ts';
import { dayFrom, dayText } from './days.ts';
import { insertRows, moveSequencePast } from './insert.ts';
import { streets } from './streets.ts';

/** The ids the rest of the story refers to. */
export const city = 1;
export const haidian = 2;
export const chaoyang = 3;
export const developmentZone = 4;

export interface Union {
  readonly union_id: number;
  readonly code: string | null;
  readonly level: UnionLevel;
  readonly name: string;
  readonly parent_id: number | null;
  readonly valid_from: number;
  /** The first day it is no longer there. */
  readonly valid_to: number | null;
}

const old = dayFrom('2000-01-01');
/** The branches for workers of the new forms of employment came later. */
const recent = dayFrom('2018-03-01');
/** Days before the story's today on which the tree changed. */
const movedDaysAgo = 200;
const endedDaysAgo = 500;

const node = (
  union_id: number,
  level: UnionLevel,
  name: string,
  parent_id: number | null,
  code: string | null = null,
  valid_from = old,
): Union => ({ union_id, code, level, name, parent_id, valid_from, valid_to: null });

const top: readonly Union[] = [
  node(city, 'city', '北京市总工会', null, '110000'),
  node(haidian, 'district', '海淀区总工会', city, '110108'),
  node(chaoyang, 'district', '朝阳区总工会', city, '110105'),
  node(developmentZone, 'district', '北京经济技术开发区总工会', city),
];

const unionOfStreet = (name: string) => `${name}总工会`;

/** Haidian's 29, in the order of `streets`. */
export const streetUnions: readonly Union[] = streets.map((street, index) =>
  node(11 + index, 'street', unionOfStreet(street.name), haidian, street.code),
);

/** Streets of the other districts; 八里庄 is a name that two districts have. */
export const sisterStreetUnions: readonly Union[] = [
  node(51, 'street', '朝外街道总工会', chaoyang, '110105002'),
  node(52, 'street', '八里庄街道总工会', chaoyang, '110105015'),
  node(53, 'street', '望京街道总工会', chaoyang, '110105026'),
  node(61, 'street', '荣华街道总工会', developmentZone, '110115012'),
  node(62, 'street', '博兴街道总工会', developmentZone, '110115013'),
];

export interface Branch extends Union {
  /** The occupation the branch is for; `null` takes everybody. */
  readonly occupation: Occupation | null;
}

/** The union of a street of Haidian, by the street's name. */
export function streetUnion(street: string): Union {
  const found = streetUnions.find((union) => union.name === unionOfStreet(street));
  if (!found) throw new Error(`no street ${street} in Haidian`);
  return found;
}

const sectors = [
  [
    'ride_hailing_driver',
    '网约车司机联合工会',
    ['上地街道', '中关村街道', '四季青镇', '西三旗街道', '万寿路街道', '清河街道', '西北旺镇', '八里庄街道'],
  ],
  [
    'courier',
    '快递行业联合工会',
    ['中关村街道', '上地街道', '海淀街道', '学院路街道', '羊坊店街道', '西三旗街道', '八里庄街道', '四季青镇'],
  ],
  [
    'food_rider',
    '外卖配送行业联合工会',
    ['海淀街道', '中关村街道', '学院路街道', '北太平庄街道', '花园路街道', '清河街道', '上地街道', '甘家口街道'],
  ],
  ['housekeeper', '家政服务行业联合工会', ['万寿路街道', '曙光街道', '紫竹院街道']],
  ['truck_driver', '货运司机联合工会', ['西北旺镇', '上庄镇', '苏家坨镇']],
] as const satisfies readonly (readonly [Occupation, string, readonly string[]])[];

/** Grassroots unions of Haidian as they are today: one for everybody in each street, and those of single trades. */
export const branches: readonly Branch[] = [
  ...streets.map((street, index) => ({
    ...node(101 + index, 'grassroots', `${street.name}新就业形态劳动者联合工会`, 11 + index, null, recent),
    occupation: null,
  })),
  ...sectors
    .flatMap(([occupation, name, where]) => where.map((street) => ({ occupation, name, street })))
    .map(({ occupation, name, street }, index) => ({
      ...node(131 + index, 'grassroots', street + name, streetUnion(street).union_id, null, recent),
      occupation,
    })),
];

/** Moved from 清河街道 to the street it is in now. */
const movedBranch = branches.find((branch) => branch.name === '西三旗街道快递行业联合工会');

export const endedBranchId = 201;
export const endedBranchStreet = '北下关街道';

/** The day the ended branch was no longer there; its people went over to the street's union for everybody. */
export const endedOn = (today: number) => today - endedDaysAgo;

function endedBranch(today: number): Union {
  const parent = streetUnion(endedBranchStreet).union_id;
  const union = node(endedBranchId, 'grassroots', '北下关街道便民配送联合工会', parent, null, recent);
  return { ...union, valid_to: endedOn(today) };
}

/** Every union of the story, parents first. */
export function allUnions(today: number): readonly Union[] {
  return [...top, ...streetUnions, ...sisterStreetUnions, ...branches, endedBranch(today)];
}

export async function insertTree(tx: postgres.TransactionSql, today: number): Promise<void> {
  const unions = allUnions(today);
  const until = (day: number | null) => (day === null ? null : dayText(day));
  await insertRows(
    tx,
    'union_node',
    unions.map((union) => ({
      union_id: union.union_id,
      code: union.code,
      level: union.level,
      name: union.name,
      valid_from: dayText(union.valid_from),
      valid_to: until(union.valid_to),
    })),
  );
  const edge = (child_id: number, parent_id: number, from: number, to: number | null) => ({
    child_id,
    parent_id,
    valid_from: dayText(from),
    valid_to: until(to),
  });
  const moved = today - movedDaysAgo;
  const edges = unions.flatMap((union) => {
    if (union.parent_id === null) return [];
    if (union !== movedBranch) return [edge(union.union_id, union.parent_id, union.valid_from, union.valid_to)];
    const before = streetUnion('清河街道').union_id;
    return [edge(union.union_id, before, union.valid_from, moved), edge(union.union_id, union.parent_id, moved, null)];
  });
  await insertRows(tx, 'union_edge', edges);
  await moveSequencePast(tx, 'union_node', 'union_id');
}
