import { speak } from '../../../contract/call.ts';
import type { Language } from '../../ui/format.ts';
import { read } from '../words.ts';
import { recall, remember } from './device.ts';
import { store } from './store.ts';

interface Settings {
  language: Language;
  elder: boolean;
}

function preferred(): Language {
  const kept = recall<Language>('language');
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language && !navigator.language.startsWith('zh') ? 'en' : 'zh';
}

export const settings = store<Settings>({ language: preferred(), elder: recall<boolean>('elder') === true });

/** Tells the page, the dictionary and the client what was chosen; before any screen draws itself (again). */
export async function applySettings({ language, elder }: Settings = settings.get()): Promise<void> {
  await read(language);
  const page = document.documentElement;
  page.lang = language === 'en' ? 'en' : 'zh-CN';
  page.toggleAttribute('data-elder', elder);
  speak(language);
}

export function chooseLanguage(language: Language): void {
  remember('language', language);
  choose({ ...settings.get(), language });
}

export function chooseElder(elder: boolean): void {
  remember('elder', elder || null);
  choose({ ...settings.get(), elder });
}

function choose(next: Settings): void {
  applySettings(next).then(
    () => settings.set(next),
    // The other dictionary could not be fetched: the page goes on in the language it has.
    () => undefined,
  );
}

export const languageNow = (): Language => settings.get().language;
