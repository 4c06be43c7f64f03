// The people one can sign in as. Their surnames are common and 示例 means "example": nobody is called that.
import type { MembershipState, Occupation, Role, Sex } from '../../../contract/words.ts';
import { phoneNumber } from './identity.ts';
import { balizhuangStation, driversStation, zhongguancunStation } from './places.ts';
import { branches, chaoyang, city, haidian, sisterStreetUnions, streetUnion, type Union } from './tree.ts';

export interface CastMember {
  readonly member_id: number;
  readonly name: string;
  readonly sex: Sex;
  readonly phone: string;
  readonly occupation: Occupation;
  readonly union: Union;
  readonly street: Union;
  readonly state: MembershipState;
}

function branch(name: string): Union {
  const found = [...branches, ...sisterStreetUnions].find((union) => union.name === name);
  if (!found) throw new Error(`no union ${name}`);
  return found;
}

type Part = readonly [
  name: string,
  sex: Sex,
  occupation: Occupation,
  union: Union,
  street: Union,
  state: MembershipState,
];

const parts: readonly Part[] = [
  // Three drivers of Haidian who may claim; the second is still in the holding pool and loses nothing by it.
  ['王示例', 'male', 'ride_hailing_driver', branch('上地街道网约车司机联合工会'), streetUnion('上地街道'), 'active'],
  ['李示例', 'female', 'ride_hailing_driver', streetUnion('中关村街道'), streetUnion('中关村街道'), 'in_transfer'],
  ['张示例', 'male', 'ride_hailing_driver', branch('四季青镇网约车司机联合工会'), streetUnion('四季青镇'), 'active'],
  // Has claimed already and can show the voucher.
  [
    '陈示例',
    'male',
    'ride_hailing_driver',
    branch('八里庄街道网约车司机联合工会'),
    streetUnion('八里庄街道'),
    'active',
  ],
  // May not: another occupation, another district, membership retained only.
  ['刘示例', 'female', 'courier', branch('中关村街道快递行业联合工会'), streetUnion('中关村街道'), 'active'],
  ['杨示例', 'male', 'ride_hailing_driver', branch('八里庄街道总工会'), branch('八里庄街道总工会'), 'active'],
  ['周示例', 'male', 'ride_hailing_driver', branch('清河街道网约车司机联合工会'), streetUnion('清河街道'), 'retained'],
];

/** Members 1 to 7 of the register. */
export const cast: readonly CastMember[] = parts.map(([name, sex, occupation, union, street, state], index) => ({
  member_id: index + 1,
  name,
  sex,
  phone: phoneNumber(index + 1),
  occupation,
  union,
  street,
  state,
}));

/** The one who has claimed the open kit and not collected it yet. */
export const claimedAlready = 4;

/** Invented members shown on the sign-in page. */
export const demoMembers: readonly { phone: string; name: string; occupation: Occupation; union: string }[] = cast.map(
  (member) => ({
    phone: member.phone,
    name: member.name,
    occupation: member.occupation,
    // 八里庄街道 is in two districts: say which one where it is not Haidian.
    union: member.union.parent_id === chaoyang ? `朝阳区 · ${member.union.name}` : member.union.name,
  }),
);

export interface CastStaff {
  readonly staff_id: number;
  readonly login_name: string;
  readonly display_name: string;
  readonly role: Role;
  readonly union_id: number;
  readonly union: string;
  readonly station_id: number | null;
}

type Duty = readonly [login: string, name: string, role: Role, union_id: number, union: string, station_id?: number];

const street = (name: string) => [streetUnion(name).union_id, streetUnion(name).name] as const;
const driversBranch = branch('上地街道网约车司机联合工会');

const duties: readonly Duty[] = [
  ['beijing', '赵示例', 'city_officer', city, '北京市总工会'],
  ['haidian', '钱示例', 'district_officer', haidian, '海淀区总工会'],
  ['shangdi', '孙示例', 'street_officer', ...street('上地街道')],
  ['zhongguancun', '吴示例', 'street_officer', ...street('中关村街道')],
  ['balizhuang', '郑示例', 'street_officer', ...street('八里庄街道')],
  ['shangdi.drivers', '冯示例', 'grassroots_officer', driversBranch.union_id, driversBranch.name],
  ['keeper.shangdi', '褚示例', 'station_keeper', ...street('上地街道'), driversStation],
  ['keeper.zhongguancun', '卫示例', 'station_keeper', ...street('中关村街道'), zhongguancunStation],
  ['keeper.balizhuang', '蒋示例', 'station_keeper', ...street('八里庄街道'), balizhuangStation],
  ['chaoyang', '沈示例', 'district_officer', chaoyang, '朝阳区总工会'],
];

export const staff: readonly CastStaff[] = duties.map(
  ([login_name, display_name, role, union_id, union, station_id = null], index) => ({
    staff_id: index + 1,
    login_name,
    display_name,
    role,
    union_id,
    union,
    station_id,
  }),
);

/** Who has a post in the story, by login name. */
export function staffNamed(login_name: string): CastStaff {
  const found = staff.find((person) => person.login_name === login_name);
  if (!found) throw new Error(`nobody signs in as ${login_name}`);
  return found;
}

/** Invented officers and keepers shown on the sign-in page. */
export const demoStaff: readonly { login_name: string; display_name: string; role: Role; union: string }[] = staff.map(
  ({ login_name, display_name, role, union }) => ({ login_name, display_name, role, union }),
);
