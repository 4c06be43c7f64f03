import type { CampaignKind } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';
import { readByOffers } from './campaign.store.ts';

export { careRoutes } from './campaign.routes.ts';
/** Constraints of these tables that say no to people: another union's officer chose the same id. */
export const constraints = { campaign_draft_once: 'draft_id_reused' } as const;
export { policy } from './policy.ts';

/** What the offers of campaigns are called, for the claims of a member. */
export async function describeOffers(
  db: Db,
  offer_ids: readonly number[],
): Promise<Map<number, { campaign_id: number; kind: CampaignKind; title: string; item: string }>> {
  const rows = await readByOffers(db, offer_ids);
  return new Map(
    rows.map(({ offer_id, campaign_id, kind, title, item }) => [offer_id, { campaign_id, kind, title, item }]),
  );
}
