import type { ClaimCard } from '../../../contract/allotment.ts';
import { claimStates } from '../../../contract/words.ts';
import { momentOf } from '../../ui/format.ts';
import { Icon, type IconName } from '../shell/icons.tsx';
import { Page } from '../shell/page.tsx';
import { askSession, session } from '../shell/session.ts';
import { languageNow } from '../shell/settings.ts';
import { Age, Empty, Notice, Trouble, Waiting } from '../shell/states.tsx';
import { goSignIn } from '../sign-in/returning.ts';
import { t } from '../words.ts';
import { useClaims } from './load-claims.ts';

export function ClaimsPage() {
  const { state, name } = session.use();
  const words = t();
  return (
    <Page title={state === 'member' ? words.hello(name) : words.mineTitle}>
      {state === 'asking' && <Waiting what={words.claimsWait} />}
      {state === 'nobody' && <FirstUse />}
      {state === 'unsure' && (
        <Notice tone="care" title={words.noNetwork}>
          <p>{words.mineUnsure}</p>
          <button type="button" class="main-button" onClick={() => void askSession()}>
            {words.again}
          </button>
        </Notice>
      )}
      {state === 'member' && <Claims />}
      <nav aria-label={words.settings}>
        <ul class="links card">
          {state === 'member' && <WayTo href="/mine/data" icon="sheet" word={words.myData} hint={words.myDataHint} />}
          <WayTo href="/mine/settings" icon="gear" word={words.settings} hint={words.settingsHint} />
        </ul>
      </nav>
    </Page>
  );
}

function WayTo({ href, icon, word, hint }: { href: string; icon: IconName; word: string; hint: string }) {
  return (
    <li>
      <a href={href}>
        <Icon name={icon} />
        <span>
          {word}
          <span class="small">{hint}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}

function FirstUse() {
  const { staff } = session.use();
  const words = t();
  return (
    <Empty title={words.mineFirst}>
      <p>{words.mineFirstNext}</p>
      <button type="button" class="main-button wide" onClick={() => goSignIn()}>
        {words.signIn}
      </button>
      {staff && (
        <p class="small">
          {words.staffHere} <a href="/console">{words.toConsole}</a>
        </p>
      )}
    </Empty>
  );
}

function Claims() {
  const loaded = useClaims();
  const words = t();
  if (!loaded.data) {
    return loaded.trouble ? (
      <Trouble trouble={loaded.trouble} again={loaded.reload} />
    ) : (
      <Waiting what={words.claimsWait} />
    );
  }
  const { claims } = loaded.data;
  const toCollect = claims.filter((claim) => claim.state === 'granted');
  const past = claims.filter((claim) => claim.state !== 'granted');
  return (
    <>
      <Age loaded={loaded} />
      {claims.length === 0 ? (
        <Empty title={words.noClaims}>
          <p>{words.noClaimsNext}</p>
          <a class="main-button wide" href="/campaigns">
            {words.seeClaimable}
          </a>
        </Empty>
      ) : (
        <section class="group">
          <h2>{words.toCollect}</h2>
          {toCollect.length === 0 && <p class="small">{words.noneToCollect}</p>}
          <ul class="rows">
            {toCollect.map((claim) => (
              <ToCollect key={claim.claim_id} claim={claim} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section class="group">
          <h2>{words.past}</h2>
          <ul class="rows">
            {past.map((claim) => (
              <Past key={claim.claim_id} claim={claim} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ToCollect({ claim }: { claim: ClaimCard }) {
  const words = t();
  return (
    <li class="card row ticket">
      <h3>
        <a class="whole" href={`/mine/vouchers/${claim.claim_id}`}>
          {claim.item}
        </a>
      </h3>
      <p class="small">{claim.title}</p>
      <p class="small">
        {claim.station.name} · {words.collectBefore(momentOf(claim.collect_until, languageNow()))}
      </p>
      <p class="as-button">
        <Icon name="ticket" />
        {words.showVoucher}
      </p>
    </li>
  );
}

function Past({ claim }: { claim: ClaimCard }) {
  const words = t();
  const moment = (instant: string) => momentOf(instant, languageNow());
  const how = {
    granted: words.claimedOn(moment(claim.claimed_at)),
    redeemed: words.redeemedOn(moment(claim.redeemed_at ?? claim.claimed_at)),
    cancelled: `${claimStates.cancelled[languageNow()]} · ${words.claimedOn(moment(claim.claimed_at))}`,
    expired: words.expiredOn(moment(claim.collect_until)),
  }[claim.state];
  return (
    <li class="card row">
      <h3>{claim.item}</h3>
      <p class="small">{claim.title}</p>
      <p class="small">{how}</p>
    </li>
  );
}
