import { Alert, Descriptions } from 'antd';
import { useState } from 'react';
import { campaignKinds, membershipStates, occupations } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { usePath } from '../shell/router.tsx';
import { Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { useUnions } from '../shell/unions.tsx';
import { common, useTerm, useWords } from '../words.ts';
import { Board } from './board.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { Claims } from './claims.tsx';
import { type Campaign, PhaseTag } from './phase-tag.tsx';
import { words } from './words.ts';

/** One campaign: what it is, how each point stands, who claimed. */
export default function CampaignPage({ campaignId }: { campaignId: number }) {
  const t = useWords(words);
  const asked = useAsk('GET /api/desk/campaigns/:campaign_id', { params: { campaign_id: campaignId } });
  // What a press of a button answered is newer than what was read.
  const [changed, setChanged] = useState<{ after: number | null; campaign: Campaign } | null>(null);
  const path = usePath();
  const campaign = changed && changed.after === asked.arrived ? changed.campaign : asked.data;
  return (
    <Page
      title={campaign?.title ?? t.title}
      from={{ to: '/campaigns', name: t.title }}
      about={campaign && <PhaseTag phase={campaign.phase} />}
      actions={
        campaign && (
          <CampaignActions
            campaign={campaign}
            onChanged={(next) => setChanged({ after: asked.arrived, campaign: next })}
          />
        )
      }
    >
      <Shown asked={campaign ? { ...asked, data: campaign } : asked}>
        {(shown) => (
          <div className="stack" key={path}>
            {shown.state === 'draft' && <Alert type="info" showIcon title={t.draft_says} />}
            <Board campaign={shown} />
            <Facts campaign={shown} />
            {shown.state !== 'draft' && <Claims campaign={shown} />}
          </div>
        )}
      </Shown>
    </Page>
  );
}

function useWho(campaign: Campaign): string {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const unions = useUnions().data?.unions;
  const { eligibility, run_by } = campaign;
  const names = eligibility.branch_ids.map((id) => unions?.find((union) => union.union_id === id)?.name);
  const named = names.length > 0 && names.length <= 3 && names.every(Boolean);
  const branches =
    names.length === 0 || named
      ? t.own_members(names.join(c.comma) || run_by.name)
      : t.some_branches(number(eligibility.branch_ids.length));
  const jobs = eligibility.occupations.map((one) => term(occupations[one])).join(c.comma) || t.any_occupation;
  const states = eligibility.membership_states.map((one) => term(membershipStates[one])).join(c.comma);
  return [branches, jobs, states].join(' · ');
}

function Facts({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  const term = useTerm();
  const time = useTime();
  const facts: [string, string][] = [
    [t.item, campaign.item],
    [t.kind, term(campaignKinds[campaign.kind])],
    [t.who, useWho(campaign)],
    [t.limit, t.limit_of(number(campaign.limit_per_member))],
    [t.claiming, t.span(time.moment(campaign.opens_at), time.moment(campaign.closes_at))],
    [t.collect_until, time.moment(campaign.collect_until)],
    [t.run_by, campaign.run_by.name],
  ];
  if (campaign.detail) facts.push([t.detail, campaign.detail]);
  return (
    <section className="card">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        colon={false}
        items={facts.map(([label, children]) => ({ key: label, label, children }))}
      />
    </section>
  );
}
