import { phrases } from '../words.ts';

export const words = phrases({
  title: { zh: '今日', en: 'Today' },
  running: { zh: '正在进行', en: 'Running now' },
  running_none: { zh: '现在没有进行中的活动。', en: 'Nothing is running just now.' },
  new_campaign: { zh: '新建慰问活动', en: 'Start a campaign' },
  short: { zh: '名额快用完', en: 'Running short' },
  short_about: { zh: '剩余不到一成的领取点', en: 'Points with a tenth of their places or less' },
  short_none: { zh: '各领取点的名额都还充足。', en: 'Every collection point still has places.' },
  left: {
    zh: (left: string, capacity: string) => `剩 ${left} / ${capacity} 份`,
    en: (left: string, capacity: string) => `${left} of ${capacity} left`,
  },
  changes: { zh: '最近变化', en: 'What changed' },
  changes_none: { zh: '还没有记录。有人操作后会显示在这里。', en: 'Nothing yet. What people do appears here.' },
  closes: { zh: (at: string) => `${at} 结束申领`, en: (at: string) => `Claiming ends ${at}` },
  campaign: { zh: '活动', en: 'Campaign' },
  point: { zh: '领取点', en: 'Collection point' },
  remaining: { zh: '剩余', en: 'Left' },
});
