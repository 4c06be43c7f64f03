import { phrases } from '../words.ts';

export const words = phrases({
  title: { zh: '工会', en: 'Unions' },
  about: { zh: '您的岗位看得到的各级组织，以今天为准。', en: 'The organisations your post sees, as of today.' },
  search: { zh: '名称或代码', en: 'Name or code' },
  name: { zh: '名称', en: 'Name' },
  level: { zh: '层级', en: 'Level' },
  code: { zh: '代码', en: 'Code' },
  members: { zh: '会员', en: 'Members' },
  valid_from: { zh: '成立', en: 'Since' },
  none: { zh: '没有符合的组织', en: 'No organisation matches' },
  none_next: { zh: '请换一个名称或代码。', en: 'Try another name or code.' },
  total: { zh: (n: string) => `共 ${n} 个组织`, en: (n: string) => `${n} organisations in all` },
  open_all: { zh: '全部展开', en: 'Open all' },
  close_all: { zh: '全部收起', en: 'Close all' },
});
