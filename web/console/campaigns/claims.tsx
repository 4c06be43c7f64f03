import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Select, Table, Tag } from 'antd';
import { addressOf } from '../../../contract/call.ts';
import type { Reply } from '../../../contract/index.ts';
import { claimStates, occupations } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { usePhone } from '../shell/beside.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { useAddress } from '../shell/router.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import type { Campaign } from './phase-tag.tsx';
import { words } from './words.ts';

type Claim = Reply<'GET /api/desk/campaigns/:campaign_id/claims'>['claims'][number];
const pageSize = 50;
const tagColors = { granted: 'processing', redeemed: 'success', cancelled: 'default', expired: 'warning' } as const;

/** Who claimed, masked; the filters stay in the address and go into the workbook too. */
export function Claims({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const address = useAddress();
  const params = { campaign_id: campaign.campaign_id };
  const filters = { q: address.get('q'), lot_id: address.get('lot_id'), state: address.get('state') };
  const asked = useAsk('GET /api/desk/campaigns/:campaign_id/claims', {
    params,
    query: { ...filters, page: address.get('page') ?? 1 },
  });
  const set = (name: string) => (value: string | number | undefined) => address.set({ [name]: value, page: undefined });
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t.claims}</h2>
      <div className="tools">
        <SearchBox label={t.claims_search} address={address} />
        <Select
          className="filter"
          allowClear
          aria-label={t.state}
          placeholder={t.state}
          value={filters.state}
          options={Object.entries(claimStates).map(([value, entry]) => ({ value, label: term(entry) }))}
          onChange={set('state')}
        />
        {campaign.lots.length > 1 && (
          <Select
            className="filter-wide"
            allowClear
            aria-label={t.point}
            placeholder={t.point}
            value={Number(filters.lot_id) || undefined}
            options={campaign.lots.map((lot) => ({ value: lot.lot_id, label: lot.name }))}
            onChange={set('lot_id')}
          />
        )}
        <div className="tools-end">
          <Button
            icon={<DownloadOutlined />}
            href={addressOf('GET /api/desk/campaigns/:campaign_id/claims.xlsx', { params, query: filters })}
            download
          >
            {c.export_xlsx}
          </Button>
        </div>
      </div>
      <Shown asked={asked}>
        {(reply) =>
          reply.total === 0 ? (
            <Blank title={campaign.granted === 0 ? t.claims_none : t.claims_no_match} />
          ) : (
            <>
              <ClaimRows claims={reply.claims} loading={asked.loading} />
              <ListFoot
                said={t.claims_total(number(reply.total))}
                page={reply.page}
                pageSize={pageSize}
                total={reply.total}
              />
            </>
          )
        }
      </Shown>
    </section>
  );
}

function ClaimRows({ claims, loading }: { claims: Claim[]; loading: boolean }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const time = useTime();
  const phone = usePhone();
  return (
    <Table<Claim>
      rowKey="claim_id"
      size="middle"
      dataSource={claims}
      loading={loading}
      pagination={false}
      columns={[
        { title: t.member, dataIndex: 'name_masked', key: 'member' },
        {
          title: t.state,
          key: 'state',
          render: (_, claim) => <Tag color={tagColors[claim.state]}>{term(claimStates[claim.state])}</Tag>,
        },
        {
          title: c.occupation,
          key: 'occupation',
          render: (_, claim) => term(occupations[claim.occupation]),
          hidden: phone,
        },
        { title: c.branch, key: 'union', render: (_, claim) => claim.union.name, hidden: phone },
        { title: t.point, key: 'station', render: (_, claim) => claim.station.name, hidden: phone },
        {
          title: t.claimed_at,
          key: 'claimed_at',
          className: 'figures',
          render: (_, claim) => time.moment(claim.claimed_at),
        },
        {
          title: t.redeemed_at,
          key: 'redeemed_at',
          className: 'figures',
          hidden: phone,
          render: (_, claim) => (claim.redeemed_at ? time.moment(claim.redeemed_at) : ''),
        },
      ]}
    />
  );
}
