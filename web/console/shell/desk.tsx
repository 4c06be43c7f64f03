import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense } from 'react';
import { common, useWords } from '../words.ts';
import { Broken } from './broken.tsx';
import type { Failure } from './failure.ts';
import { LanguageProvider, useLanguage } from './language.tsx';
import { nonce } from './nonce.ts';
import { SessionProvider, useSession } from './session.tsx';
import { FailurePanel } from './states.tsx';
import { theme } from './theme.ts';
import { Waiting } from './waiting.tsx';

const SignIn = lazy(() => import('../sign-in/sign-in.tsx'));
const Shell = lazy(() => import('./shell.tsx'));

/** The whole desk: language, look, who is signed in, then either the sign-in or the places of their post. */
export function Desk() {
  return (
    <LanguageProvider>
      <Dressed />
    </LanguageProvider>
  );
}

function Dressed() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      csp={nonce ? { nonce } : {}}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App className="app">
        <SessionProvider>
          <Broken>
            <Suspense fallback={<Waiting />}>
              <Door />
            </Suspense>
          </Broken>
        </SessionProvider>
      </App>
    </ConfigProvider>
  );
}

/** Not even who is signed in is known: the whole page says what is the matter. */
function NoAnswer({ failure, again }: { failure: Failure; again: () => void }) {
  const t = useWords(common);
  return (
    <main>
      <h1 className="only-name">{t.product}</h1>
      <FailurePanel failure={failure} again={again} />
    </main>
  );
}

/** Signing in happens where one is: the address stays, so a link from a colleague opens after it. */
function Door() {
  const { session, failure, reload } = useSession();
  if (!session && failure) return <NoAnswer failure={failure} again={reload} />;
  if (!session) return <Waiting />;
  return session.actor?.kind === 'staff' ? <Shell /> : <SignIn />;
}
