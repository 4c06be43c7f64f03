import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimCard } from '../../../contract/allotment.ts';
import { Refused } from '../../../contract/call.ts';
import type { CampaignCard } from '../../../contract/care.ts';
import { momentOf } from '../../ui/format.ts';
import { position } from '../nearby/position.ts';
import { outdate } from '../shell/load.ts';
import { askSession, session } from '../shell/session.ts';
import { languageNow } from '../shell/settings.ts';
import { Notice, wordsOf } from '../shell/states.tsx';
import { goSignIn } from '../sign-in/returning.ts';
import { t } from '../words.ts';
import { claim, dropPending, pend, pendingOf } from './claiming.ts';
import { CollectionPoints, inOrder } from './collection-points.tsx';
import { Countdown } from './countdown.tsx';

type Outcome = { claimed: ClaimCard } | { trouble: unknown } | { unsureBefore: true } | null;

interface PanelProps {
  campaign: CampaignCard;
  reload: () => void;
}

export function ClaimPanel({ campaign, reload }: PanelProps) {
  const { campaign_id, claim: mine } = campaign;
  const { at } = position.use();
  const member = session.use().state === 'member';
  const pending = pendingOf(campaign_id);
  // More than one each, and the limit not reached yet.
  const another = mine !== null && campaign.verdict?.allowed === true;
  const points = inOrder(campaign.points, at);
  const [wish, setWish] = useState<number | null>(pending?.lot_id ?? null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(
    pending?.stage === 'asked' && pending.claim_id !== mine?.claim_id ? { unsureBefore: true } : null,
  );
  const chosen =
    points.find((point) => point.lot_id === wish && point.left > 0) ?? points.find((point) => point.left > 0);

  async function ask(lot_id: number) {
    if (!member) {
      pend(campaign_id, lot_id, 'sign_in');
      goSignIn(campaign.item);
      return;
    }
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome({ claimed: await claim(campaign_id, lot_id) });
      for (const name of ['campaigns mine', 'claims']) outdate(name);
    } catch (trouble) {
      if (trouble instanceof Refused && trouble.status === 401) return lapsed(lot_id);
      setOutcome({ trouble });
    } finally {
      setBusy(false);
    }
    reload();
  }

  /** The session ran out meanwhile: sign in again and go on with the same claim. */
  async function lapsed(lot_id: number) {
    await askSession();
    pend(campaign_id, lot_id, 'sign_in');
    goSignIn(campaign.item);
  }

  useGoOn(campaign, member, (lot_id) => void ask(lot_id));
  useEffect(() => {
    if (mine && !busy && (!another || mine.claim_id === pendingOf(campaign_id)?.claim_id)) dropPending(campaign_id);
  }, [mine, another, busy, campaign_id]);

  const got = outcome && 'claimed' in outcome ? outcome.claimed : mine;
  if (got && !another) return <Claimed claim={got} justNow={outcome !== null && 'claimed' in outcome} />;
  const retry = pendingOf(campaign_id)?.lot_id ?? chosen?.lot_id;
  return (
    <>
      {got && <Claimed claim={got} justNow={outcome !== null && 'claimed' in outcome} />}
      <OutcomeNotice outcome={outcome} again={retry === undefined || busy ? null : () => void ask(retry)} />
      <Standing campaign={campaign} reload={reload} />
      <Choice campaign={campaign} points={points} chosen={chosen?.lot_id ?? null} choose={setWish} at={at} />
      {mayTry(campaign) && chosen && !needsRetry(outcome) && (
        <div class="act">
          <p class="small">{t().claimAt(chosen.name)}</p>
          <button type="button" class="main-button wide" disabled={busy} onClick={() => void ask(chosen.lot_id)}>
            {busy ? t().claiming : member ? t().claimOne : t().signInAndClaim}
          </button>
        </div>
      )}
    </>
  );
}

const mayTry = ({ phase, verdict }: CampaignCard): boolean => phase === 'open' && (verdict === null || verdict.allowed);

const noAnswer = (trouble: unknown): boolean => !(trouble instanceof Refused) || trouble.status >= 500;
const needsRetry = (outcome: Outcome): boolean =>
  outcome !== null && ('unsureBefore' in outcome || ('trouble' in outcome && noAnswer(outcome.trouble)));

/** After signing in, the claim that was begun goes on by itself: it was asked for with one tap already. */
function useGoOn(campaign: CampaignCard, member: boolean, ask: (lot_id: number) => void): void {
  const went = useRef(false);
  useEffect(() => {
    const pending = pendingOf(campaign.campaign_id);
    if (!member || went.current || pending?.stage !== 'sign_in' || campaign.verdict === null) return;
    went.current = true;
    if (campaign.claim || !mayTry(campaign)) dropPending(campaign.campaign_id);
    else ask(pending.lot_id);
  }, [campaign, member, ask]);
}

function Choice({
  campaign,
  ...choice
}: Omit<Parameters<typeof CollectionPoints>[0], 'choose'> & {
  campaign: CampaignCard;
  choose: (lot_id: number) => void;
}) {
  const { choose, ...shown } = choice;
  return mayTry(campaign) ? <CollectionPoints {...shown} choose={choose} /> : <CollectionPoints {...shown} />;
}

/** Why one cannot claim now, with what to do; or the countdown to when one can. */
function Standing({ campaign, reload }: PanelProps) {
  const { phase, verdict, opens_at } = campaign;
  const refusal = verdict?.refusal;
  const early = refusal?.code === 'claim_not_open_yet';
  return (
    <>
      {phase === 'upcoming' && <Countdown until={opens_at} over={reload} />}
      {refusal && !early && (
        <Notice tone="info" title={phase === 'closed' ? t().closedTitle : t().cannotClaim}>
          <p>{refusal.reason}</p>
          <p>{refusal.next}</p>
        </Notice>
      )}
      {!refusal && phase === 'closed' && <Notice tone="info" title={t().closedTitle} />}
      {!refusal && phase === 'open' && campaign.left === 0 && <Notice tone="info" title={t().allGone} />}
    </>
  );
}

function OutcomeNotice({ outcome, again }: { outcome: Outcome; again: (() => void) | null }) {
  if (outcome === null || 'claimed' in outcome) return null;
  const words = t();
  const retry = again && (
    <button type="button" class="main-button" onClick={again}>
      {words.again}
    </button>
  );
  if ('unsureBefore' in outcome) {
    return (
      <Notice tone="care" title={words.claimUnsure}>
        <p>{words.claimUnsureBefore}</p>
        {retry}
      </Notice>
    );
  }
  const { trouble } = outcome;
  if (!(trouble instanceof Refused)) {
    return (
      <Notice tone="care" title={words.claimUnsure} focus>
        <p>{words.claimUnsureNext}</p>
        {retry}
      </Notice>
    );
  }
  const { title, next } = wordsOf(trouble);
  return (
    <Notice tone="wrong" title={words.notClaimed} focus>
      <p>{title}</p>
      <p>{next}</p>
      {noAnswer(trouble) && retry}
    </Notice>
  );
}

function Claimed({ claim, justNow }: { claim: ClaimCard; justNow: boolean }) {
  const words = t();
  if (claim.state === 'redeemed') {
    return (
      <Notice
        tone="done"
        title={words.redeemedOn(momentOf(claim.redeemed_at ?? claim.claimed_at, languageNow()))}
        focus={justNow}
      />
    );
  }
  return (
    <Notice tone="done" title={justNow ? words.claimed : words.claimedBefore} focus={justNow}>
      <p>{words.claimedNext(momentOf(claim.collect_until, languageNow()), claim.station.name)}</p>
      <a class="main-button" href={`/mine/vouchers/${claim.claim_id}`}>
        {words.showVoucher}
      </a>
    </Notice>
  );
}
