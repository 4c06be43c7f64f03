import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Segmented, Table } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { campaignKinds } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { usePhone } from '../shell/beside.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { Page } from '../shell/page.tsx';
import { PlacesBar } from '../shell/places-bar.tsx';
import { go, hrefOf, Link, useAddress } from '../shell/router.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { useCan } from '../shell/session.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { type Campaign, type Phase, PhaseTag, phases } from './phase-tag.tsx';
import { words } from './words.ts';

type Campaigns = Reply<'GET /api/desk/campaigns'>;
const pageSize = 50;

/** The campaigns my post sees, newest first. */
export function CampaignList() {
  const t = useWords(words);
  const c = useWords(common);
  const address = useAddress();
  const phase = phases.find((one) => one === address.get('phase'));
  const asked = useAsk('GET /api/desk/campaigns', {
    query: { q: address.get('q'), phase, page: address.get('page') ?? 1 },
  });
  return (
    <Page title={t.title} actions={<NewButton />}>
      <div className="tools">
        <SearchBox label={t.search} address={address} shortcut />
        <Segmented<Phase | ''>
          name="phase"
          aria-label={t.phase}
          value={phase ?? ''}
          options={[{ value: '' as const, label: c.all }, ...phases.map((value) => ({ value, label: t[value] }))]}
          onChange={(chosen) => address.set({ phase: chosen, page: undefined })}
        />
      </div>
      <Shown asked={asked}>{(reply) => <Listed reply={reply} loading={asked.loading} />}</Shown>
    </Page>
  );
}

function NewButton() {
  const t = useWords(words);
  const can = useCan();
  if (!can('campaign.write')) return null;
  const to = '/campaigns/new';
  return (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      href={hrefOf(to)}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {t.new_campaign}
    </Button>
  );
}

function Listed({ reply, loading }: { reply: Campaigns; loading: boolean }) {
  const t = useWords(words);
  const address = useAddress();
  const phone = usePhone();
  if (reply.total === 0) {
    const filtered = address.get('q') || address.get('phase');
    return <Blank title={filtered ? t.no_match : t.none}>{filtered ? null : t.none_next}</Blank>;
  }
  return (
    <>
      {phone ? (
        <CampaignCards campaigns={reply.campaigns} />
      ) : (
        <CampaignTable campaigns={reply.campaigns} loading={loading} />
      )}
      <ListFoot said={t.total(number(reply.total))} page={reply.page} pageSize={pageSize} total={reply.total} />
    </>
  );
}

function CampaignTable({ campaigns, loading }: { campaigns: Campaign[]; loading: boolean }) {
  const t = useWords(words);
  const term = useTerm();
  const time = useTime();
  return (
    <Table<Campaign>
      rowKey="campaign_id"
      size="middle"
      dataSource={campaigns}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t.campaign,
          key: 'title',
          width: 260,
          render: (_, campaign) => (
            <>
              <Link to={`/campaigns/${campaign.campaign_id}`}>{campaign.title}</Link>
              <div className="soft">{campaign.item}</div>
            </>
          ),
        },
        { title: t.phase, key: 'phase', render: (_, campaign) => <PhaseTag phase={campaign.phase} /> },
        { title: t.kind, key: 'kind', render: (_, campaign) => term(campaignKinds[campaign.kind]) },
        { title: t.run_by, key: 'run_by', render: (_, campaign) => campaign.run_by.name },
        {
          title: t.claiming,
          key: 'claiming',
          className: 'figures',
          render: (_, campaign) => (
            <>
              <div>{time.moment(campaign.opens_at)}</div>
              <div className="soft">{time.moment(campaign.closes_at)}</div>
            </>
          ),
        },
        { title: t.progress, key: 'progress', width: 300, render: (_, campaign) => <PlacesBar {...campaign} /> },
      ]}
    />
  );
}

function CampaignCards({ campaigns }: { campaigns: Campaign[] }) {
  const time = useTime();
  const t = useWords(words);
  return (
    <ul className="cards">
      {campaigns.map((campaign) => (
        <li key={campaign.campaign_id} className="card">
          <div className="tap-head">
            <Link to={`/campaigns/${campaign.campaign_id}`}>
              <strong>{campaign.title}</strong>
            </Link>
            <PhaseTag phase={campaign.phase} />
          </div>
          <p className="soft">{t.span(time.moment(campaign.opens_at), time.moment(campaign.closes_at))}</p>
          <PlacesBar {...campaign} />
        </li>
      ))}
    </ul>
  );
}
