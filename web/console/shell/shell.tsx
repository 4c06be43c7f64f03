import { Alert } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { common, useWords } from '../words.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Broken } from './broken.tsx';
import { useOnline } from './online.ts';
import { Page } from './page.tsx';
import { placeOf, places } from './places.tsx';
import { go, Link, usePath } from './router.tsx';
import { useCan } from './session.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { Waiting } from './waiting.tsx';
import { words } from './words.ts';

/** The desk of somebody signed in: their places beside, above or below, and the page they are at. */
export default function Shell() {
  const t = useWords(words);
  const can = useCan();
  const path = usePath();
  const mine = places.filter((place) => can(place.ability));
  const here = placeOf(path);
  const first = mine[0];
  const main = useRef<HTMLElement>(null);

  // A keeper has no morning page: their first place is where the desk opens.
  const redirect = path === '/' && first && !can('desk.morning') ? first.path : null;
  useEffect(() => {
    if (redirect) go(redirect, { replace: true });
  }, [redirect]);
  useEffect(() => {
    document.documentElement.scrollTop = 0;
  }, [path]);

  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {t.to_content}
      </a>
      <TopBar />
      <SideMenu places={mine} here={here} />
      <main id="main" ref={main} tabIndex={-1}>
        <Offline />
        <Broken key={here?.key ?? 'none'}>
          <Suspense fallback={<Waiting />}>
            {here && can(here.ability) ? <here.page /> : !redirect && <NoPlace known={Boolean(here)} first={first} />}
          </Suspense>
        </Broken>
      </main>
      <BottomBar places={mine} here={here} />
    </div>
  );
}

function NoPlace({ known, first }: { known: boolean; first: (typeof places)[number] | undefined }) {
  const t = useWords(words);
  return (
    <Page title={known ? t.not_yours : t.not_here} about={known ? t.not_yours_next : t.not_here_next}>
      {first && <Link to={first.path}>{t.to_first(t[first.key] as string)}</Link>}
    </Page>
  );
}

function Offline() {
  const t = useWords(common);
  if (useOnline()) return null;
  return (
    <Alert className="offline" type="warning" showIcon role="status" title={t.offline} description={t.offline_next} />
  );
}
