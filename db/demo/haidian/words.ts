// The invented vocabulary of the story. No company, road, building or person of the real Haidian is meant.
import type { Facility, Occupation } from '../../../contract/words.ts';

export const surnames =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'.split(
    '',
  );
export const maleGivenNames =
  '伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林博志建国海永宏文立振世兴德庆春光成新东'.split('');
export const femaleGivenNames =
  '芳娜敏静丽艳娟霞燕玲桂兰英红梅莉萍雪琳颖洁慧巧美淑惠珠翠雅芝玉秀凤婷佳怡欣悦晨秋云月春晓文'.split('');

export const roadNames = [
  '青桥',
  '云溪',
  '柳荫',
  '和畅',
  '望山',
  '听雨',
  '杏石',
  '槐安',
  '泉鸣',
  '松间',
  '稻浪',
  '书院',
  '竹影',
  '晴川',
  '荷清',
];
export const roadEnds = ['路', '街', '东路', '西路', '南街', '北街', '巷', '中路'];
export const communityEnds = ['社区', '东里', '西里', '家园', '小区', '里'];
export const buildingEnds = ['大厦', '科技园', '写字楼', '广场', '产业园', '商务中心'];
export const shops = ['便利店', '书屋', '药房', '营业厅', '餐厅', '服务中心', '菜市场', '充电站', '快递点'];

/** Written as the unions write them; each form is one the app must read. */
export const hours = [
  ['8:30-11:00 13:30-17:00', 14],
  ['星期一到星期五 9:30-17:00', 14],
  ['9:00-21:00', 22],
  ['周一至周五 8:30-17:30', 20],
  ['24小时', 14],
  ['周一至周日 全天', 6],
  ['周一至周日 8:00-20:00', 10],
] as const;

/** How many stations of a hundred have it, besides rest, water and charging, which all have. */
export const facilityShares: readonly (readonly [Facility, number])[] = [
  ['hot_meals', 45],
  ['hot_meal_machine', 8],
  ['toilet', 55],
  ['medicine', 62],
  ['first_aid', 30],
  ['reading', 34],
  ['battery_swap', 14],
  ['parking', 18],
  ['shower', 4],
  ['mother_and_baby_room', 9],
  ['step_free_access', 28],
];

/** How many of the 21,600 follow each occupation. */
export const occupationCounts: readonly (readonly [Occupation, number])[] = [
  ['ride_hailing_driver', 6_100],
  ['food_rider', 5_600],
  ['courier', 5_200],
  ['housekeeper', 1_600],
  ['truck_driver', 1_500],
  ['property_agent', 800],
  ['other', 500],
  ['livestreamer', 300],
];

export const platforms: Readonly<Record<Occupation, readonly string[]>> = {
  ride_hailing_driver: ['示例出行甲', '示例出行乙', '示例出行丙'],
  food_rider: ['示例外卖甲', '示例外卖乙'],
  courier: ['示例快递甲', '示例快递乙', '示例快递丙', '示例快递丁'],
  housekeeper: ['示例家政甲', '示例家政乙'],
  truck_driver: ['示例货运甲', '示例货运乙'],
  property_agent: ['示例房产甲', '示例房产乙'],
  livestreamer: ['示例直播甲'],
  other: ['示例众包甲'],
};

export const womenShare: Readonly<Record<Occupation, number>> = {
  ride_hailing_driver: 0.07,
  food_rider: 0.08,
  courier: 0.12,
  housekeeper: 0.9,
  truck_driver: 0.04,
  property_agent: 0.4,
  livestreamer: 0.6,
  other: 0.45,
};
