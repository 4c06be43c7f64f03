import { type Language, useLanguage } from './shell/language.tsx';

/** One thing the desk says, in both languages; a function where it has a number or a name in it. */
interface Phrase {
  readonly zh: string | ((...facts: never[]) => string);
  readonly en: string | ((...facts: never[]) => string);
}
type Phrases = Readonly<Record<string, Phrase>>;
/** Both languages of a phrase take the same facts. */
type Paired<P extends Phrases> = {
  readonly [K in keyof P]: P[K]['zh'] extends string ? { zh: string; en: string } : { zh: P[K]['zh']; en: P[K]['zh'] };
};

/** Declares what a page says. Each page keeps its own words, so that they are loaded with it. */
export const phrases = <const P extends Phrases>(entries: P & Paired<P>): P => entries;

type Spoken<P extends Phrases> = { readonly [K in keyof P]: P[K]['zh'] extends string ? string : P[K]['zh'] };

const spoken = new WeakMap<Phrases, Partial<Record<Language, object>>>();

/** The phrases in one language. */
export function say<P extends Phrases>(entries: P, language: Language): Spoken<P> {
  const known = spoken.get(entries) ?? {};
  spoken.set(entries, known);
  known[language] ??= Object.fromEntries(Object.entries(entries).map(([key, phrase]) => [key, phrase[language]]));
  return known[language] as Spoken<P>;
}

/** The phrases in the reader's language. */
export const useWords = <P extends Phrases>(entries: P): Spoken<P> => say(entries, useLanguage().language);

/** A word of the field (contract/words.ts) in the reader's language. */
export function useTerm(): (entry: { readonly zh: string; readonly en: string } | undefined) => string {
  const { language } = useLanguage();
  return (entry) => entry?.[language] ?? '';
}

/** What every page says. */
export const common = phrases({
  product: { zh: '连心桥', en: 'Lianxinqiao' },
  desk: { zh: '工会工作台', en: 'Union desk' },
  people: { zh: (n: string) => `${n} 人`, en: (n: string) => `${n} people` },
  rows: { zh: (n: string) => `共 ${n} 条`, en: (n: string) => `${n} in all` },
  loading: { zh: '正在读取', en: 'Loading' },
  again: { zh: '再试一次', en: 'Try again' },
  unreachable: { zh: '连不上服务器', en: 'The server cannot be reached' },
  unreachable_next: {
    zh: '您填的内容还在。请检查网络，然后再试一次。',
    en: 'What you typed is still here. Check your connection and try again.',
  },
  offline: { zh: '网络断开了', en: 'You are offline' },
  offline_next: {
    zh: '已打开的内容还可以看，恢复后会自动更新。',
    en: 'What is open can still be read. It updates by itself when the connection returns.',
  },
  as_of: { zh: (at: string) => `以下内容停在 ${at}`, en: (at: string) => `Shown as it stood at ${at}` },
  incident: { zh: (id: string) => `编号 ${id}`, en: (id: string) => `Number ${id}` },
  broken: { zh: '这一页没有打开', en: 'This page did not open' },
  broken_next: {
    zh: '可能是系统刚刚更新过。重新打开即可，已保存的内容都在。',
    en: 'The system may just have been updated. Open it again; everything saved is kept.',
  },
  reopen: { zh: '重新打开', en: 'Open again' },
  cancel: { zh: '取消', en: 'Cancel' },
  back: { zh: '返回', en: 'Back' },
  close: { zh: '关闭', en: 'Close' },
  clear: { zh: '清除条件', en: 'Clear filters' },
  all: { zh: '全部', en: 'All' },
  search: { zh: '搜索', en: 'Search' },
  filters: { zh: '筛选', en: 'Filters' },
  branch: { zh: '工会', en: 'Union' },
  occupation: { zh: '职业', en: 'Occupation' },
  station: { zh: '站点', en: 'Station' },
  columns: { zh: '选择列', en: 'Columns' },
  export_xlsx: { zh: '导出 Excel', en: 'Export to Excel' },
  none: { zh: '无', en: 'None' },
  comma: { zh: '、', en: ', ' },
  show_all: { zh: (n: string) => `显示全部 ${n} 条`, en: (n: string) => `Show all ${n}` },
});
