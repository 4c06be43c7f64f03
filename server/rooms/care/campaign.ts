import type { z } from 'zod';
import type { campaignDraft } from '../../../contract/care.ts';
import type { Asker } from '../../platform/audit.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { fieldRefusal, notFound, Refusal } from '../../platform/refusal.ts';
import { discardOffer, makeOffer, moveOffer, type OfferDraft, replaceOffer } from '../allotment/index.ts';
import { stationInBranches } from '../stations/index.ts';
import * as store from './campaign.store.ts';

export type Draft = z.output<typeof campaignDraft>;

/** Starts a campaign as a draft; with a draft id already used by the same union, answers what was made then. */
export async function startCampaign(
  tx: Tx,
  asker: Asker,
  draft_id: string,
  draft: Draft,
  now: Date,
): Promise<store.CampaignRow> {
  const { actor, branches } = asker.scope;
  if (actor.kind !== 'staff') throw new Refusal('not_allowed');
  if (!branches.includes(draft.union_id)) throw notFound();
  // A retry on its way at the same time waits here and then finds what the first one made.
  await store.lockDraft(tx, draft_id);
  const known = await store.readByDraft(tx, draft_id);
  if (known) {
    if (known.title !== draft.title || known.item !== draft.item) throw new Refusal('draft_id_reused');
    return mine(tx, asker, known.campaign_id);
  }
  const offer_id = await makeOffer(tx, await offerOf(tx, asker, draft), now);
  const campaign_id = await store.insertCampaign(tx, { ...draft, draft_id, offer_id, created_by: actor.staff_id, now });
  await writeAudit(
    tx,
    asker,
    {
      action: 'campaign.drafted',
      subject: ['campaign', campaign_id],
      union_id: draft.union_id,
      detail: { title: draft.title },
    },
    now,
  );
  return mine(tx, asker, campaign_id);
}

/** Replaces a draft. */
export async function changeCampaign(
  tx: Tx,
  asker: Asker,
  campaign_id: number,
  draft: Draft,
  now: Date,
): Promise<store.CampaignRow> {
  const campaign = await lockMine(tx, asker, campaign_id);
  if (campaign.union_id !== draft.union_id)
    throw fieldRefusal('input_invalid', 'union_id', { zh: '举办工会', en: 'Run by' });
  await replaceOffer(tx, campaign.offer_id, await offerOf(tx, asker, draft));
  await store.updateCampaign(tx, campaign_id, draft);
  await writeAudit(
    tx,
    asker,
    {
      action: 'campaign.changed',
      subject: ['campaign', campaign_id],
      union_id: campaign.union_id,
      detail: { title: draft.title },
    },
    now,
  );
  return mine(tx, asker, campaign_id);
}

/** Publishes a draft, or ends claiming early. Done twice by two people, the second is told. */
export async function moveCampaign(
  tx: Tx,
  asker: Asker,
  campaign_id: number,
  to: 'published' | 'closed',
  now: Date,
): Promise<store.CampaignRow> {
  const campaign = await lockMine(tx, asker, campaign_id);
  if (campaign.state === to) return campaign;
  if (to === 'published' && campaign.closes_at <= now)
    throw fieldRefusal('campaign_closes_in_past', 'closes_at', { zh: '申领结束', en: 'Closes' });
  await moveOffer(tx, campaign.offer_id, to === 'published' ? 'draft' : 'published', to);
  await writeAudit(
    tx,
    asker,
    {
      action: `campaign.${to}`,
      subject: ['campaign', campaign_id],
      union_id: campaign.union_id,
      detail: { title: campaign.title },
    },
    now,
  );
  return mine(tx, asker, campaign_id);
}

/** Throws a draft away. */
export async function discardCampaign(tx: Tx, asker: Asker, campaign_id: number, now: Date): Promise<void> {
  const campaign = await lockMine(tx, asker, campaign_id);
  if (campaign.state !== 'draft') throw new Refusal('campaign_published_already');
  await store.deleteCampaign(tx, campaign_id);
  await discardOffer(tx, campaign.offer_id);
  await writeAudit(
    tx,
    asker,
    {
      action: 'campaign.discarded',
      subject: ['campaign', campaign_id],
      union_id: campaign.union_id,
      detail: { title: campaign.title },
    },
    now,
  );
}

/** A campaign of my branches; anybody else's published one is visible to the public, but not mine to run. */
export async function mine(tx: Tx, asker: Asker, campaign_id: number): Promise<store.CampaignRow> {
  const campaign = await store.readCampaign(tx, campaign_id);
  if (!campaign || !asker.scope.branches.includes(campaign.union_id)) throw notFound();
  return campaign;
}

/** The same for who will change it: officers who change one campaign at once come one after the other. */
async function lockMine(tx: Tx, asker: Asker, campaign_id: number): Promise<store.CampaignRow> {
  await store.lockCampaign(tx, campaign_id);
  return mine(tx, asker, campaign_id);
}

async function offerOf(tx: Tx, asker: Asker, draft: Draft): Promise<OfferDraft> {
  const times = {
    opens_at: new Date(draft.opens_at),
    closes_at: new Date(draft.closes_at),
    redeem_until: new Date(draft.collect_until),
  };
  if (times.closes_at <= times.opens_at)
    throw fieldRefusal('campaign_closes_before_opening', 'closes_at', { zh: '申领结束', en: 'Closes' });
  if (times.redeem_until < times.closes_at)
    throw fieldRefusal('campaign_collect_before_close', 'collect_until', { zh: '领取截止', en: 'Collect until' });
  const places = draft.lots.map((lot) => lot.station_id);
  const label = { zh: '领取点', en: 'Collection point' };
  const twice = places.findIndex((id, index) => places.indexOf(id) !== index);
  if (twice >= 0) throw fieldRefusal('place_twice', `lots.${twice}.station_id`, label);
  if (!(await stationInBranches(tx, places, asker.scope.branches)))
    throw fieldRefusal('place_not_yours', 'lots', label);
  if (!draft.eligibility.branch_ids.every((id) => asker.scope.branches.includes(id)))
    throw fieldRefusal('branch_not_yours', 'eligibility.branch_ids', { zh: '工会', en: 'Branches' });
  return {
    ...times,
    union_id: draft.union_id,
    limit_per_member: draft.limit_per_member,
    eligibility: draft.eligibility,
    programme: `care_${draft.kind}`,
    item: draft.item,
    lots: draft.lots.map((lot) => ({ place_id: lot.station_id, capacity: lot.capacity })),
  };
}
