// What the campaigns of the story are. How their places went is in claims.ts.
import type { CampaignKind, Occupation, OfferState } from '../../../contract/words.ts';
import { staffNamed } from './cast.ts';
import { instantAt, lastSeason, monthOf } from './days.ts';
import { balizhuangStation, driversStation, type Place, zhongguancunStation } from './places.ts';
import { streetUnion } from './tree.ts';

/** How the places of one collection point stand: claimed and waiting, handed over, given back. */
export interface LotPlan {
  readonly station_id: number;
  readonly capacity: number;
  readonly waiting: number;
  readonly redeemed: number;
  readonly cancelled: number;
  /** Who hands over there. */
  readonly staff_id: number;
}

export interface CampaignPlan {
  readonly campaign_id: number;
  readonly kind: CampaignKind;
  readonly title: string;
  readonly item: string;
  readonly detail: string;
  readonly state: OfferState;
  readonly occupations: readonly Occupation[];
  /** Days. Claiming opens at 9:00 and closes at 18:00, collecting ends at 18:00. */
  readonly opens: number;
  readonly closes: number;
  readonly collect_until: number;
  readonly lots: readonly LotPlan[];
}

export const nineOClock = (day: number) => instantAt(day, 9 * 60);
export const sixOClock = (day: number) => instantAt(day, 18 * 60);

const keepers = {
  [driversStation]: 'keeper.shangdi',
  [zhongguancunStation]: 'keeper.zhongguancun',
  [balizhuangStation]: 'keeper.balizhuang',
} as const;

type Standing = readonly [capacity: number, waiting?: number, redeemed?: number];

/** The three stations with a keeper. */
function keptLots(shangdi: Standing, zhongguancun: Standing, balizhuang: Standing): LotPlan[] {
  const standings = [
    [driversStation, shangdi],
    [zhongguancunStation, zhongguancun],
    [balizhuangStation, balizhuang],
  ] as const;
  return standings.map(([station_id, [capacity, waiting = 0, redeemed = 0]]) => ({
    station_id,
    capacity,
    waiting,
    redeemed,
    cancelled: 0,
    staff_id: staffNamed(keepers[station_id]).staff_id,
  }));
}

/** Goods follow the weather of the day the story is loaded. */
const isCold = (today: number) => monthOf(today) >= 11 || monthOf(today) <= 3;

export const summerKit = '清凉包（沐浴露、洗发水、数据线、分体式雨衣、食品）';
export const winterKit = '暖冬包（自发热围巾、护膝）';

/** 2,000 claims: 1,926 handed over, 52 never collected, 22 given back. */
const closedLotStandings: readonly (readonly [redeemed: number, waiting: number, cancelled: number])[] = [
  [214, 6, 2],
  [214, 6, 2],
  [214, 6, 2],
  [214, 6, 2],
  [214, 6, 2],
  [214, 6, 3],
  [214, 6, 3],
  [214, 5, 3],
  [214, 5, 3],
];

function closedCampaign(today: number, places: readonly Place[]): CampaignPlan {
  const season = lastSeason(today, '07-06', '08-02');
  const officers = ['shangdi', 'zhongguancun', 'balizhuang'] as const;
  const streets = ['上地街道', '中关村街道', '八里庄街道'];
  const stations = streets.map((street) => places.filter((place) => place.union_id === streetUnion(street).union_id));
  const lots = closedLotStandings.map(([redeemed, waiting, cancelled], index) => ({
    station_id: stations[index % 3]?.[Math.floor(index / 3)]?.station_id ?? driversStation,
    capacity: 230,
    waiting,
    redeemed,
    cancelled,
    staff_id: staffNamed(officers[index % 3] ?? 'haidian').staff_id,
  }));
  return {
    campaign_id: 1,
    kind: 'coolness',
    title: '暑期送清凉 · 骑手和快递员清凉包',
    item: summerKit,
    detail: '送给在海淀街巷里奔波的快递员和外卖骑手，每人一份。',
    state: 'closed',
    occupations: ['courier', 'food_rider'],
    opens: season.from,
    closes: season.to - 10,
    collect_until: season.to,
    lots,
  };
}

function openCampaigns(today: number): CampaignPlan[] {
  const cold = isCold(today);
  const kind = cold ? 'warmth' : 'coolness';
  const season = cold ? '冬季送温暖' : '暑期送清凉';
  const running = {
    kind,
    state: 'published',
    opens: today - 3,
    closes: today + 11,
    collect_until: today + 25,
  } as const;
  return [
    {
      ...running,
      campaign_id: 2,
      title: `${season} · 网约车司机${cold ? '暖冬包' : '清凉包'}`,
      item: cold ? winterKit : summerKit,
      detail: '每人一份，凭二维码到所选站点领取。转会途中同样可以申领。',
      occupations: ['ride_hailing_driver'],
      lots: keptLots([200, 7, 11], [180, 5, 6], [120, 4, 4]),
    },
    {
      ...running,
      campaign_id: 3,
      title: `${season} · 快递员${cold ? '防寒包' : '防雨包'}`,
      item: cold ? '防寒包（手套、护膝）' : '防雨包（分体式雨衣、数据线）',
      detail: '每人一份，领完为止。',
      occupations: ['courier'],
      // The first is nearly gone: the desk's morning page has something running short.
      lots: keptLots([60, 25, 31], [40, 12, 8], [40, 10, 5]),
    },
  ];
}

function plannedCampaigns(today: number): CampaignPlan[] {
  return [
    {
      campaign_id: 4,
      kind: 'festival',
      title: '把海淀问候带回家 · 问候包',
      item: '问候包（食品、日用品）',
      detail: '新就业形态劳动者都可以申领，每人一份。',
      state: 'published',
      occupations: [],
      opens: today + 2,
      closes: today + 16,
      collect_until: today + 30,
      lots: keptLots([300], [300], [200]),
    },
    {
      campaign_id: 5,
      kind: 'hardship',
      title: '困难会员帮扶物资',
      item: '米、面、油各一份',
      detail: '名单核对中，尚未发布。',
      state: 'draft',
      occupations: [],
      opens: today + 7,
      closes: today + 21,
      collect_until: today + 35,
      lots: keptLots([20], [20], [20]),
    },
  ];
}

/** The five campaigns: one over, two running, one coming, one still a draft. */
export function makeCampaigns(today: number, places: readonly Place[]): readonly CampaignPlan[] {
  return [closedCampaign(today, places), ...openCampaigns(today), ...plannedCampaigns(today)];
}
