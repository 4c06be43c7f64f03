import { useEffect } from 'preact/hooks';
import type { ClaimCard } from '../../../contract/allotment.ts';
import { momentOf, timeOf } from '../../ui/format.ts';
import { nowByServer } from '../shell/clock.ts';
import { Icon } from '../shell/icons.tsx';
import type { Loaded } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { session } from '../shell/session.ts';
import { languageNow } from '../shell/settings.ts';
import { Notice, Trouble, Waiting } from '../shell/states.tsx';
import { goSignIn } from '../sign-in/returning.ts';
import { t } from '../words.ts';
import { CancelClaim } from './cancel-claim.tsx';
import { useClaims } from './load-claims.ts';
import { Qr } from './qr.tsx';
import { useStayAwake } from './stay-awake.ts';

const lookAgain_ms = 5000;

/** A voucher on white, to be held up to a keeper. It notices by itself when it was handed over. */
export function VoucherPage({ claim_id }: { claim_id: string }) {
  const loaded = useClaims();
  const claim = loaded.data?.claims.find((one) => one.claim_id === claim_id) ?? null;
  const { reload } = loaded;
  const live = claim?.state === 'granted';
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(
      () => document.visibilityState === 'visible' && navigator.onLine && reload(),
      lookAgain_ms,
    );
    return () => clearInterval(timer);
  }, [live, reload]);
  return (
    <Page title={t().voucher} parent="/mine" quietTitle>
      {claim ? <Held claim={claim} loaded={loaded} /> : <NotHeld loaded={loaded} />}
    </Page>
  );
}

function NotHeld({ loaded }: { loaded: Pick<Loaded<unknown>, 'data' | 'trouble' | 'reload'> }) {
  const { state } = session.use();
  const words = t();
  if (state === 'nobody' || loaded.data !== null) {
    return (
      <Notice tone="care" title={words.voucherGone}>
        <p>{words.voucherGoneNext}</p>
        {state === 'nobody' && (
          <button type="button" class="main-button" onClick={() => goSignIn()}>
            {words.signIn}
          </button>
        )}
      </Notice>
    );
  }
  if (loaded.trouble) return <Trouble trouble={loaded.trouble} again={loaded.reload} />;
  return <Waiting what={words.voucherWait} tall shapes={2} />;
}

function Held({ claim, loaded }: { claim: ClaimCard; loaded: Loaded<{ claims: ClaimCard[] }> }) {
  const words = t();
  const moment = (instant: string) => momentOf(instant, languageNow());
  if (claim.state === 'redeemed') {
    return (
      <Notice tone="done" title={words.handedOver} focus>
        <p class="big">{claim.item}</p>
        <p>{words.handedOverNext(moment(claim.redeemed_at ?? claim.claimed_at), claim.station.name)}</p>
      </Notice>
    );
  }
  if (claim.state === 'cancelled') {
    return (
      <Notice tone="info" title={words.voucherCancelled} focus>
        <p>{words.voucherCancelledNext}</p>
        <a class="second-button" href={`/campaigns/${claim.campaign_id}`}>
          {claim.title}
        </a>
      </Notice>
    );
  }
  // The phone knows the time without a network: a voucher kept from before may have run out meanwhile.
  if (claim.state === 'expired' || Date.parse(claim.collect_until) < nowByServer()) {
    return (
      <Notice tone="info" title={words.voucherExpired}>
        <p>{words.voucherExpiredNext(moment(claim.collect_until))}</p>
      </Notice>
    );
  }
  return <Live claim={claim} loaded={loaded} />;
}

function Live({ claim, loaded }: { claim: ClaimCard; loaded: Loaded<{ claims: ClaimCard[] }> }) {
  useStayAwake();
  const words = t();
  const { voucher, station } = claim;
  if (!voucher) return <Waiting what={words.voucherWait} tall />;
  return (
    <article class="voucher">
      <p class="voucher-show">{words.voucherShow}</p>
      <Qr text={voucher.qr} />
      <p class="code">
        <span class="unseen">{words.voucherCode} </span>
        {voucher.code.slice(0, 5)} {voucher.code.slice(5)}
      </p>
      <dl>
        <div class="big">
          <dt>{words.holder}</dt>
          <dd>{voucher.holder}</dd>
        </div>
        <div class="big">
          <dt>{words.item}</dt>
          <dd>{claim.item}</dd>
        </div>
        <div>
          <dt>{words.where}</dt>
          <dd>
            <a href={`/stations/${station.station_id}`}>{station.name}</a>
            <span class="small">
              {station.address} · {station.hours_text}
            </span>
          </dd>
        </div>
        <div>
          <dt>{words.collectUntil}</dt>
          <dd>{momentOf(claim.collect_until, languageNow())}</dd>
        </div>
      </dl>
      <p class="small">
        {words.staysAwake}
        {loaded.trouble !== null && (
          <span class="offline">
            {' '}
            <Icon name="info" /> {words.offlineVoucher(timeOf(loaded.at))}
          </span>
        )}
      </p>
      <CancelClaim
        claim={claim}
        done={(card) =>
          loaded.put({
            claims: (loaded.data?.claims ?? []).map((one) => (one.claim_id === card.claim_id ? card : one)),
          })
        }
      />
    </article>
  );
}
