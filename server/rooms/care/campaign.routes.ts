import { writeXlsx } from 'hucre/xlsx';
import { claimStates, occupations } from '../../../contract/words.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { AddRoute, Ask } from '../../platform/http/routes.ts';
import { notFound } from '../../platform/refusal.ts';
import { dayOf, readable } from '../../platform/time.ts';
import { type CardTools, listClaims } from '../allotment/index.ts';
import { countEligible, maskName } from '../members/index.ts';
import { stationsByIds } from '../stations/index.ts';
import { reachOf, unionRefs } from '../unions/index.ts';
import * as store from './campaign.store.ts';
import { changeCampaign, discardCampaign, mine, moveCampaign, startCampaign } from './campaign.ts';
import { campaignCards, deskCampaigns } from './card.ts';

const reading = { ability: 'campaign.read' } as const;
const writing = { ability: 'campaign.write' } as const;
const pageSize = 50;

export function careRoutes(route: AddRoute, tools: CardTools): void {
  route('GET /api/campaigns', 'public', async (ask) => {
    const cards = await campaignCards(ask.tx, await store.readCurrent(ask.tx, ask.now), ask, tools);
    const rank = (card: (typeof cards)[number]) =>
      card.claim?.state === 'granted' ? 0 : card.verdict?.allowed ? 1 : card.phase === 'open' ? 2 : 3;
    return { campaigns: cards.toSorted((a, b) => rank(a) - rank(b)), now: ask.now.toISOString() };
  });
  route('GET /api/campaigns/:campaign_id', 'public', async (ask) => {
    const campaign = await store.readCampaign(ask.tx, ask.params.campaign_id);
    const [card] = campaign && campaign.state !== 'draft' ? await campaignCards(ask.tx, [campaign], ask, tools) : [];
    if (!card) throw notFound();
    return card;
  });
  deskRoutes(route);
  claimListRoutes(route);
}

type AtDesk = Pick<Ask<'GET /api/desk/campaigns'>, 'tx' | 'abilities' | 'now'>;

async function deskCard(ask: AtDesk, campaign: store.CampaignRow) {
  const [card] = await deskCampaigns(ask.tx, [campaign], ask.abilities.includes('campaign.write'), ask.now);
  if (!card) throw notFound();
  return card;
}

function deskRoutes(route: AddRoute): void {
  route('GET /api/desk/campaigns', reading, async (ask) => {
    const { q, phase, page } = ask.query;
    const wanted = { branches: ask.scope.branches, title: q, phase, limit: pageSize, offset: (page - 1) * pageSize };
    const { total, campaigns } = await store.listCampaigns(ask.tx, wanted, ask.now);
    return {
      campaigns: await deskCampaigns(ask.tx, campaigns, ask.abilities.includes('campaign.write'), ask.now),
      total,
      page,
    };
  });
  route('GET /api/desk/campaigns/:campaign_id', reading, async (ask) =>
    deskCard(ask, await mine(ask.tx, ask, ask.params.campaign_id)),
  );
  route('PUT /api/desk/campaigns/drafts/:draft_id', writing, async (ask) =>
    deskCard(ask, await startCampaign(ask.tx, ask, ask.params.draft_id.toLowerCase(), ask.body, ask.now)),
  );
  route('PUT /api/desk/campaigns/:campaign_id', writing, async (ask) =>
    deskCard(ask, await changeCampaign(ask.tx, ask, ask.params.campaign_id, ask.body, ask.now)),
  );
  route('DELETE /api/desk/campaigns/:campaign_id', writing, async (ask) => {
    await discardCampaign(ask.tx, ask, ask.params.campaign_id, ask.now);
    return { done: true as const };
  });
  route('PUT /api/desk/campaigns/:campaign_id/publication', writing, async (ask) =>
    deskCard(ask, await moveCampaign(ask.tx, ask, ask.params.campaign_id, 'published', ask.now)),
  );
  route('PUT /api/desk/campaigns/:campaign_id/closure', writing, async (ask) =>
    deskCard(ask, await moveCampaign(ask.tx, ask, ask.params.campaign_id, 'closed', ask.now)),
  );
  route('POST /api/desk/campaign-reach', writing, async (ask) => {
    const { union_id, eligibility } = ask.body;
    if (!ask.scope.branches.includes(union_id)) throw notFound();
    const roots = eligibility.branch_ids.length > 0 ? eligibility.branch_ids : [union_id];
    const branch_ids = new Set<number>();
    for (const root of roots) for (const id of await reachOf(ask.tx, root, dayOf(ask.now))) branch_ids.add(id);
    return { members: await countEligible(ask.tx, { ...eligibility, branch_ids: [...branch_ids] }) };
  });
}

type ClaimsAsk =
  | Ask<'GET /api/desk/campaigns/:campaign_id/claims'>
  | Ask<'GET /api/desk/campaigns/:campaign_id/claims.xlsx'>;

/** The claims of one campaign, masked; the look is on the record. */
async function claimRows(ask: ClaimsAsk, limit: number, offset: number) {
  const campaign = await mine(ask.tx, ask, ask.params.campaign_id);
  const { q, lot_id, state } = ask.query;
  const { total, claims } = await listClaims(
    ask.tx,
    { offer_id: campaign.offer_id, name: q, lot_id, state, limit, offset },
    ask.now,
  );
  const refs = await unionRefs(
    ask.tx,
    claims.map((claim) => claim.union_id),
  );
  const places = await stationsByIds(ask.tx, [...new Set(claims.map((claim) => claim.place_id))]);
  if (claims.length > 0) {
    const seen = {
      action: 'claim.listed',
      subject: ['campaign', campaign.campaign_id] as const,
      union_id: campaign.union_id,
      member_ids: [...new Set(claims.map((claim) => claim.member_id))],
    };
    await writeAudit(ask.tx, ask, seen, ask.now);
  }
  const rows = claims.flatMap((claim) => {
    const [union, place] = [refs.get(claim.union_id), places.get(claim.place_id)];
    if (!union || !place) return [];
    const station = { station_id: place.station_id, name: place.name };
    return [
      {
        claim_id: claim.claim_id,
        member_id: claim.member_id,
        name_masked: maskName(claim.name),
        occupation: claim.occupation as keyof typeof occupations,
        union,
        station,
        state: claim.state,
        claimed_at: claim.claimed_at.toISOString(),
        redeemed_at: claim.redeemed_at?.toISOString() ?? null,
      },
    ];
  });
  return { campaign, rows, total };
}

function claimListRoutes(route: AddRoute): void {
  route('GET /api/desk/campaigns/:campaign_id/claims', reading, async (ask) => {
    const { rows, total } = await claimRows(ask, pageSize, (ask.query.page - 1) * pageSize);
    return { claims: rows, total, page: ask.query.page };
  });
  route('GET /api/desk/campaigns/:campaign_id/claims.xlsx', reading, async (ask) => {
    const { campaign, rows } = await claimRows(ask, 100_000, 0);
    const zh = ask.language === 'zh';
    const header = zh
      ? ['姓名', '职业', '工会', '领取点', '状态', '申领时间', '领取时间']
      : ['Name', 'Occupation', 'Union', 'Collection point', 'State', 'Claimed', 'Collected'];
    const time = (text: string | null) => (text === null ? '' : readable(new Date(text), ask.language));
    const lines = rows.map((row) => [
      row.name_masked,
      occupations[row.occupation][ask.language],
      row.union.name,
      row.station.name,
      claimStates[row.state][ask.language],
      time(row.claimed_at),
      time(row.redeemed_at),
    ]);
    const file = await writeXlsx({ sheets: [{ name: zh ? '申领名单' : 'Claims', rows: [header, ...lines] }] });
    return { file, name: `${campaign.title}.xlsx` };
  });
}
