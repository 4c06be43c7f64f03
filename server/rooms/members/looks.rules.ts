import type { Language } from '../../../contract/endpoint.ts';

const sentences: Readonly<Record<string, Record<Language, string>>> = {
  'member.seen member': { zh: '查看了您的会员信息', en: 'Opened your record' },
  'member.seen register': { zh: '在会员名册里看到了您', en: 'Saw you in a list of members' },
  'claim.listed campaign': { zh: '查看了活动的申领名单', en: 'Looked at the list of who claimed' },
  'voucher.checked claim': { zh: '核对了您的凭证', en: 'Checked your voucher' },
  'redemption.created redemption': { zh: '把物品交给了您', en: 'Handed something over to you' },
  'redemption.listed station': { zh: '查看了站点当天的发放记录', en: 'Looked at a station’s hand-overs of the day' },
  'ledger.entries_seen ledger': { zh: '查看了服务记录', en: 'Looked at service entries' },
  'roster.committed roster_import': { zh: '把您登记进名册', en: 'Entered you in the register' },
};
/** The actions of officers that touch a member's data, as the member is told of them. */
export const lookActions: ReadonlySet<string> = new Set(Object.keys(sentences).map((key) => key.split(' ')[0] ?? ''));
const otherwise: Record<Language, string> = { zh: '查看了您的信息', en: 'Looked at data about you' };

/** What an officer did, as the member reads it. */
export function lookSentence(action: string, subject_kind: string, language: Language): string {
  return (sentences[`${action} ${subject_kind}`] ?? otherwise)[language];
}
