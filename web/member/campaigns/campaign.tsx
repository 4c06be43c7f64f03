import { call } from '../../../contract/call.ts';
import type { CampaignCard } from '../../../contract/care.ts';
import { campaignKinds } from '../../../contract/words.ts';
import { momentOf, numberOf } from '../../ui/format.ts';
import { useLoad } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { session } from '../shell/session.ts';
import { languageNow } from '../shell/settings.ts';
import { Age, Trouble, Waiting } from '../shell/states.tsx';
import { t } from '../words.ts';
import { ClaimPanel } from './claim-panel.tsx';

export function CampaignPage({ campaign_id }: { campaign_id: number }) {
  const { state } = session.use();
  // Who asks is part of the question: after signing in the verdict is another one.
  const name = state === 'asking' ? null : `campaign ${campaign_id} ${state === 'member' ? 'mine' : 'anyone'}`;
  const loaded = useLoad(name, (signal) =>
    call('GET /api/campaigns/:campaign_id', { params: { campaign_id } }, { signal }),
  );
  const campaign = loaded.data;
  return (
    <Page title={campaign?.title ?? t().claimable} parent="/campaigns">
      {campaign ? (
        <>
          <Age loaded={loaded} />
          <p class="label under-title">{campaignKinds[campaign.kind][languageNow()]}</p>
          <p class="item">{campaign.item}</p>
          {campaign.detail && <p class="detail">{campaign.detail}</p>}
          <ClaimPanel campaign={campaign} reload={loaded.reload} />
          <CampaignFacts campaign={campaign} />
        </>
      ) : loaded.trouble ? (
        <Trouble trouble={loaded.trouble} again={loaded.reload} />
      ) : (
        <Waiting what={t().campaignsWait} tall />
      )}
    </Page>
  );
}

function CampaignFacts({ campaign }: { campaign: CampaignCard }) {
  const words = t();
  const moment = (instant: string) => momentOf(instant, languageNow());
  const facts: [string, string][] = [
    [words.forWhom, campaign.for_whom],
    [words.limitEach, words.limitCount(campaign.limit_per_member)],
    [words.claimSpan, words.span(moment(campaign.opens_at), moment(campaign.closes_at))],
    [words.collectUntil, moment(campaign.collect_until)],
    [words.placesLeft, words.left(numberOf(campaign.left), numberOf(campaign.capacity))],
    [words.runBy, campaign.run_by.name],
  ];
  return (
    <dl class="card facts">
      {facts.map(([word, fact]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
