import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { logoPath, logoViewBox } from '../../ui/logo.ts';
import { t } from '../words.ts';
import { Icon } from './icons.tsx';
import { back, place } from './router.ts';
import { chooseElder, chooseLanguage, settings } from './settings.ts';

interface PageProps {
  title: string;
  /** Where "back" leads when the app was opened on this very screen; without it the screen is one of the three places. */
  parent?: string;
  /** The heading is there for screen readers only: the screen speaks for itself. */
  quietTitle?: boolean;
  children: ComponentChildren;
}

/** Every screen: the header with its ways out, one h1 that takes the focus after a move, and the content. */
export function Page({ title, parent, quietTitle = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t().app}`;
  }, [title]);
  useEffect(() => {
    if (place.get().moved) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <Header parent={parent} />
      <main id="main">
        <h1 ref={heading} tabIndex={-1} class={quietTitle ? 'unseen' : undefined}>
          {title}
        </h1>
        {children}
      </main>
    </>
  );
}

function Header({ parent }: { parent: string | undefined }) {
  const { elder, language } = settings.use();
  const words = t();
  return (
    <header class="head">
      {parent ? (
        <button type="button" class="quiet head-back" onClick={() => back(parent)}>
          <Icon name="back" />
          {words.back}
        </button>
      ) : (
        <Mark />
      )}
      <div class="head-ways">
        <button
          type="button"
          class="quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {words.otherLanguageShort}
        </button>
        <button type="button" class="quiet framed" onClick={() => chooseElder(!elder)}>
          {elder ? words.elderOut : words.elderIn}
        </button>
      </div>
    </header>
  );
}

function Mark() {
  return (
    <p class="mark">
      <svg viewBox={logoViewBox} aria-hidden="true" focusable="false">
        <path d={logoPath} />
      </svg>
      <span>{t().app}</span>
    </p>
  );
}
