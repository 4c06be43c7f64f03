import type { Language } from '../../../contract/endpoint.ts';

const sentences: Readonly<Record<string, Record<Language, string>>> = {
  'member.seen member': { zh: '查看了您的会员信息', en: 'Opened your record' },
  'member.seen register': { zh: '在会员名册里看到了您', en: 'Saw you in a list of members' },
};
const otherwise: Record<Language, string> = { zh: '查看了您的信息', en: 'Looked at data about you' };

/** What an officer did, as the member reads it. */
export function lookSentence(action: string, subject_kind: string, language: Language): string {
  return (sentences[`${action} ${subject_kind}`] ?? otherwise)[language];
}
