import { phrases } from '../words.ts';

export const words = phrases({
  title: { zh: '会员', en: 'Members' },
  about: { zh: '每次查看都会留下记录，会员本人看得到。', en: 'Each look is on the record, and the member can see it.' },
  search: { zh: '姓名、身份证号或手机号', en: 'Name, ID number or phone' },
  name: { zh: '姓名', en: 'Name' },
  id_number: { zh: '身份证号', en: 'ID number' },
  phone: { zh: '手机号', en: 'Phone' },
  sex: { zh: '性别', en: 'Sex' },
  platform: { zh: '平台或单位', en: 'Platform or employer' },
  state: { zh: '会籍', en: 'Membership' },
  joined_on: { zh: '入会日期', en: 'Joined' },
  birth_date: { zh: '出生日期', en: 'Born' },
  total: { zh: (n: string) => `共 ${n} 人`, en: (n: string) => `${n} people in all` },
  none: { zh: '没有符合条件的会员', en: 'No member matches' },
  none_next: {
    zh: '身份证号和手机号要填完整，姓名可以只填一部分。',
    en: 'ID numbers and phones must be complete; a part of a name is enough.',
  },
  import: { zh: '导入名册', en: 'Import a roster' },
  history: { zh: '会籍经历', en: 'Membership history' },
  from_to: {
    zh: (from: string, to: string) => `${from} 至 ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  since: { zh: (from: string) => `${from} 起`, en: (from: string) => `Since ${from}` },
  keys: { zh: '↑↓ 选择，回车打开，Esc 关闭，/ 搜索', en: '↑↓ move, Enter opens, Esc closes, / searches' },
  no_phone: { zh: '未登记', en: 'Not recorded' },
});

/** By which way somebody joined, as the register keeps it. */
export const joiningRoutes: Readonly<Record<string, { zh: string; en: string }>> = {
  own_union: { zh: '本单位工会入会', en: 'Joined at the own union' },
  existing_union: { zh: '加入已有工会', en: 'Joined an existing union' },
  holding_pool: { zh: '街道周转库', en: 'Street’s holding pool' },
  residence: { zh: '按居住地入会', en: 'Joined by residence' },
  online: { zh: '线上入会', en: 'Joined online' },
  roster: { zh: '名册导入', en: 'Roster import' },
};
