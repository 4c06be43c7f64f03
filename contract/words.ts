// The field's words in both languages, as plain data: the phone app imports this file and must not pull in zod.

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
const words = <const W extends Words>(entries: W): W => entries;

/** 新就业形态 occupations of a gig worker, as the register keeps them. */
export const occupations = words({
  ride_hailing_driver: { zh: '网约车司机', en: 'Ride-hailing driver' },
  courier: { zh: '快递员', en: 'Courier' },
  food_rider: { zh: '外卖骑手', en: 'Food delivery rider' },
  truck_driver: { zh: '货车司机', en: 'Truck driver' },
  housekeeper: { zh: '家政服务员', en: 'Housekeeper' },
  property_agent: { zh: '房产中介员', en: 'Property agent' },
  livestreamer: { zh: '网络主播', en: 'Livestreamer' },
  other: { zh: '其他', en: 'Other' },
});
export type Occupation = keyof typeof occupations;

/** 会籍状态. */
export const membershipStates = words({
  active: { zh: '在会', en: 'Active' },
  in_transfer: { zh: '转会中', en: 'In transfer' },
  retained: { zh: '保留会籍', en: 'Retained' },
  ended: { zh: '已终止', en: 'Ended' },
});
export type MembershipState = keyof typeof membershipStates;

export const sexes = words({ female: { zh: '女', en: 'Female' }, male: { zh: '男', en: 'Male' } });
export type Sex = keyof typeof sexes;

/** Levels of the tree of unions, from the top down. */
export const unionLevels = words({
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  street: { zh: '街道（乡镇）', en: 'Street or town' },
  grassroots: { zh: '基层工会', en: 'Grassroots union' },
  group: { zh: '工会小组', en: 'Group' },
});
export type UnionLevel = keyof typeof unionLevels;

export const stationKinds = words({
  warm_station: { zh: '暖心驿站', en: 'Warm station' },
  workers_home: { zh: '职工之家', en: 'Workers’ home' },
  mini_home: { zh: '驿站小家', en: 'Mini home' },
  drivers_home: { zh: '司机之家', en: 'Drivers’ home' },
});
export type StationKind = keyof typeof stationKinds;

export const facilities = words({
  rest: { zh: '休息', en: 'Rest' },
  water: { zh: '饮水', en: 'Water' },
  charging: { zh: '手机充电', en: 'Phone charging' },
  hot_meals: { zh: '热饭', en: 'Hot meals' },
  hot_meal_machine: { zh: '餐饮机', en: 'Hot-meal machine' },
  toilet: { zh: '卫生间', en: 'Toilet' },
  medicine: { zh: '常用药', en: 'Medicine' },
  first_aid: { zh: '急救', en: 'First aid' },
  reading: { zh: '阅读', en: 'Reading' },
  battery_swap: { zh: '换电', en: 'Battery swap' },
  parking: { zh: '停车', en: 'Parking' },
  shower: { zh: '淋浴', en: 'Shower' },
  mother_and_baby_room: { zh: '母婴室', en: 'Mother-and-baby room' },
  step_free_access: { zh: '无障碍', en: 'Step-free access' },
});
export type Facility = keyof typeof facilities;

/** What a ledger entry was for; figures are grouped by it. */
export const programmes = words({
  care_coolness: { zh: '送清凉', en: 'Summer care' },
  care_warmth: { zh: '送温暖', en: 'Winter care' },
  care_festival: { zh: '节日慰问', en: 'Festival care' },
  care_hardship: { zh: '困难帮扶', en: 'Hardship aid' },
  health_check: { zh: '体检', en: 'Health check' },
  honours: { zh: '评先评优', en: 'Honours' },
});
export type Programme = keyof typeof programmes;

export const campaignKinds = words({
  coolness: { zh: '送清凉', en: 'Summer care' },
  warmth: { zh: '送温暖', en: 'Winter care' },
  festival: { zh: '节日慰问', en: 'Festival care' },
  hardship: { zh: '困难帮扶', en: 'Hardship aid' },
});
export type CampaignKind = keyof typeof campaignKinds;

/** An offer's life. `published` is open or not by its own times. */
export const offerStates = words({
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  closed: { zh: '已结束', en: 'Closed' },
});
export type OfferState = keyof typeof offerStates;

/** A claim's life. In this mode of giving out, `granted` is immediate. */
export const claimStates = words({
  granted: { zh: '待领取', en: 'Ready to collect' },
  redeemed: { zh: '已领取', en: 'Collected' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
});
export type ClaimState = keyof typeof claimStates;

/** Posts of staff; what each may do is the `policy.ts` of each room. */
export const roles = words({
  city_officer: { zh: '市总工会干部', en: 'City officer' },
  district_officer: { zh: '区总工会干部', en: 'District officer' },
  street_officer: { zh: '街道工会干部', en: 'Street officer' },
  grassroots_officer: { zh: '基层工会干部', en: 'Grassroots officer' },
  station_keeper: { zh: '驿站管理员', en: 'Station keeper' },
});
export type Role = keyof typeof roles;

/** Whether a service went through the platform or was told to it afterwards. */
export const entrySources = words({
  recorded: { zh: '系统记录', en: 'Recorded' },
  reported: { zh: '补报', en: 'Reported' },
});
export type EntrySource = keyof typeof entrySources;
