import type { CampaignCard } from '../../../contract/care.ts';
import { Icon } from '../shell/icons.tsx';
import { Page } from '../shell/page.tsx';
import { session } from '../shell/session.ts';
import { Age, Empty, Trouble, Waiting } from '../shell/states.tsx';
import { goSignIn } from '../sign-in/returning.ts';
import { t } from '../words.ts';
import { CampaignRow } from './campaign-row.tsx';
import { useCampaigns } from './load-campaigns.ts';

type Group = 'can' | 'mine' | 'upcoming' | 'cannot' | 'closed';

/** Which part of the page a campaign stands in. Signed out, everything open counts as what one may try for. */
export function groupOf({ claim, phase, verdict, left }: CampaignCard): Group {
  if (claim) return 'mine';
  if (phase === 'closed') return 'closed';
  const onlyEarly = !verdict || verdict.allowed || verdict.refusal?.code === 'claim_not_open_yet';
  if (phase === 'upcoming') return onlyEarly ? 'upcoming' : 'cannot';
  if (verdict ? verdict.allowed : left > 0) return 'can';
  return 'cannot';
}

export function CampaignsPage() {
  const loaded = useCampaigns();
  return (
    <Page title={t().claimableTitle}>
      {loaded.data ? (
        <>
          <Age loaded={loaded} />
          <Groups campaigns={loaded.data.campaigns} />
        </>
      ) : loaded.trouble ? (
        <Trouble trouble={loaded.trouble} again={loaded.reload} />
      ) : (
        <Waiting what={t().campaignsWait} />
      )}
    </Page>
  );
}

function Groups({ campaigns }: { campaigns: CampaignCard[] }) {
  const member = session.use().state === 'member';
  const words = t();
  if (campaigns.length === 0) {
    return (
      <Empty title={words.noCampaigns}>
        <p>{words.noCampaignsNext}</p>
        <a class="second-button" href="/">
          {words.seeStations}
        </a>
      </Empty>
    );
  }
  const of = (group: Group) => campaigns.filter((campaign) => groupOf(campaign) === group);
  const can = of('can');
  return (
    <>
      {!member && <SignInLine />}
      {member && can.length === 0 && of('mine').length === 0 && (
        <Empty title={words.noneForYou}>
          <p>{words.noneForYouNext}</p>
        </Empty>
      )}
      <GroupList title={member ? words.groupCan : words.groupOpen} campaigns={can} />
      <GroupList title={words.groupMine} campaigns={of('mine')} />
      <GroupList title={words.groupUpcoming} campaigns={of('upcoming')} />
      <GroupList title={member ? words.groupCannot : words.allGone} campaigns={of('cannot')} />
      <GroupList title={words.groupClosed} campaigns={of('closed')} />
    </>
  );
}

function SignInLine() {
  return (
    <button type="button" class="line-button" onClick={() => goSignIn()}>
      <Icon name="person" />
      <span>
        <b>{t().signIn}</b> {t().signInFirst}
      </span>
      <Icon name="next" />
    </button>
  );
}

function GroupList({ title, campaigns }: { title: string; campaigns: CampaignCard[] }) {
  if (campaigns.length === 0) return null;
  return (
    <section class="group">
      <h2>{title}</h2>
      <ul class="rows">
        {campaigns.map((campaign) => (
          <CampaignRow key={campaign.campaign_id} campaign={campaign} />
        ))}
      </ul>
    </section>
  );
}
