import { useLayoutEffect } from 'preact/hooks';
import { NearbyPage } from '../nearby/nearby.tsx';
import { StationPage } from '../nearby/station.tsx';
import { t } from '../words.ts';
import { Icon, type IconName } from './icons.tsx';
import { later } from './later.tsx';
import { Page } from './page.tsx';
import { place, scrollOf } from './router.ts';
import { settings } from './settings.ts';
import { Empty } from './states.tsx';

// The first screen is in the first load; the others come when it stands, or when they are gone to.
const campaigns = () => import('../campaigns/index.ts');
const mine = () => import('../claims/index.ts');
const CampaignsPage = later(async () => (await campaigns()).CampaignsPage);
const CampaignPage = later(async () => (await campaigns()).CampaignPage);
const ClaimsPage = later(async () => (await mine()).ClaimsPage);
const VoucherPage = later(async () => (await mine()).VoucherPage);
const MyDataPage = later(async () => (await mine()).MyDataPage);
const SettingsPage = later(async () => (await mine()).SettingsPage);
const SignInPage = later(async () => (await mine()).SignInPage);

/** Fetches the other screens while nothing else is to be done. */
export function fetchLaterScreens(): void {
  for (const screens of [campaigns, mine]) screens().catch(() => undefined);
}

function Screen({ path }: { path: string }) {
  const [, first = '', second = '', third = ''] = path.split('/');
  const number = /^\d{1,9}$/.test(second) ? Number(second) : 0;
  if (first === '') return <NearbyPage />;
  if (first === 'stations' && number) return <StationPage key={path} station_id={number} />;
  if (first === 'campaigns' && !second) return <CampaignsPage />;
  if (first === 'campaigns' && number) return <CampaignPage key={path} campaign_id={number} />;
  if (first === 'sign-in') return <SignInPage />;
  if (first === 'mine' && !second) return <ClaimsPage />;
  if (first === 'mine' && second === 'vouchers' && third) return <VoucherPage key={path} claim_id={third} />;
  if (first === 'mine' && second === 'data') return <MyDataPage />;
  if (first === 'mine' && second === 'settings') return <SettingsPage />;
  return <NoSuchPage />;
}

function NoSuchPage() {
  return (
    <Page title={t().notHere} parent="/">
      <Empty title={t().notHereNext}>
        <a class="main-button" href="/">
          {t().toFirst}
        </a>
      </Empty>
    </Page>
  );
}

export function App() {
  // Watched here, so that a change of language draws everything again.
  settings.use();
  const { path, key } = place.use();
  useLayoutEffect(() => scrollTo(0, scrollOf(key)), [key]);
  const voucher = path.startsWith('/mine/vouchers/');
  return (
    <div class={voucher ? 'app voucher-app' : 'app'}>
      <a class="skip" href="#main">
        {t().skip}
      </a>
      <Screen path={path} />
      {!voucher && <Bar path={path} />}
      <p id="said" class="unseen" role="status" />
    </div>
  );
}

function Bar({ path }: { path: string }) {
  const words = t();
  return (
    <nav class="bar" aria-label={words.places}>
      <BarLink href="/" icon="pin" word={words.nearby} here={path === '/' || path.startsWith('/stations')} />
      <BarLink href="/campaigns" icon="gift" word={words.claimable} here={path.startsWith('/campaigns')} />
      <BarLink href="/mine" icon="person" word={words.mine} here={path.startsWith('/mine') || path === '/sign-in'} />
    </nav>
  );
}

function BarLink({ href, icon, word, here }: { href: string; icon: IconName; word: string; here: boolean }) {
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      {word}
    </a>
  );
}
