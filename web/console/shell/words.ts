import { phrases } from '../words.ts';

export const words = phrases({
  morning: { zh: '今日', en: 'Today' },
  hand_over: { zh: '发放', en: 'Hand over' },
  campaigns: { zh: '慰问活动', en: 'Campaigns' },
  members: { zh: '会员', en: 'Members' },
  roster: { zh: '名册导入', en: 'Roster import' },
  figures: { zh: '数据', en: 'Figures' },
  unions: { zh: '工会', en: 'Unions' },
  more: { zh: '更多', en: 'More' },
  places: { zh: '工作台栏目', en: 'Desk places' },
  to_content: { zh: '跳到正文', en: 'Skip to content' },
  other_language: { zh: 'English', en: '中文' },
  sign_out: { zh: '退出登录', en: 'Sign out' },
  not_here: { zh: '这里没有页面', en: 'There is no page here' },
  not_here_next: { zh: '地址可能写错了，或者内容已经移走。', en: 'The address may be wrong, or the page has moved.' },
  not_yours: { zh: '您的岗位没有这个栏目', en: 'Your post does not include this place' },
  not_yours_next: {
    zh: '如果工作需要，请联系上级工会开通。',
    en: 'If your work needs it, ask the union above yours.',
  },
  to_first: { zh: (name: string) => `去“${name}”`, en: (name: string) => `Go to ${name}` },
});
