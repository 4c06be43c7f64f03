import dayjs from 'dayjs';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { speak } from '../../../contract/call.ts';
import 'dayjs/locale/zh-cn';

export type Language = 'zh' | 'en';

interface Speaking {
  language: Language;
  setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<Speaking>({ language: 'zh', setLanguage: () => undefined });

const kept = 'language';

function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  // Chinese is spoken first; only a browser that asks for no Chinese at all starts in English.
  return navigator.languages.some((tag) => tag.startsWith('zh')) || !navigator.language.startsWith('en') ? 'zh' : 'en';
}

/** Keeps the reader's language and tells everything outside React about it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => {
    const first = firstLanguage();
    speak(first);
    return first;
  });
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        localStorage.setItem(kept, next);
        // Before the render, so that what the render asks for comes back in the new language.
        speak(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): Speaking => useContext(LanguageContext);
