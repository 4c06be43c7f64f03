import { writeAudit } from '../../platform/audit.ts';
import type { AddRoute, Ask } from '../../platform/http/routes.ts';
import { notFound } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/time.ts';
import { maskName } from '../members/index.ts';
import { type CardTools, claimCards } from './card.ts';
import { type ClaimRecord, readClaim, readMyClaims } from './claim.store.ts';
import { cancelClaim, claimPlace } from './claim.ts';
import * as store from './redemption.store.ts';
import { checkVoucher, redeem } from './redemption.ts';

const claiming = { ability: 'claim.write' } as const;
const handingOver = { ability: 'redemption.write' } as const;

export function allotmentRoutes(route: AddRoute, tools: CardTools): void {
  const cards = (ask: Pick<Ask<'GET /api/claims'>, 'tx' | 'actor' | 'now'>, claims: readonly ClaimRecord[]) =>
    claimCards(ask.tx, claims, ask.actor.kind === 'member' ? ask.actor.name : '', tools, ask.now);
  const card = async (ask: Pick<Ask<'GET /api/claims'>, 'tx' | 'actor' | 'now'>, claim: ClaimRecord | undefined) => {
    const [one] = claim ? await cards(ask, [claim]) : [];
    if (!one) throw notFound();
    return one;
  };
  route('PUT /api/claims/:claim_id', claiming, async (ask) =>
    card(
      ask,
      await claimPlace(
        ask.tx,
        ask,
        { claim_id: ask.params.claim_id.toLowerCase(), lot_id: ask.body.lot_id },
        tools,
        ask.now,
      ),
    ),
  );
  route('GET /api/claims', claiming, async (ask) => ({ claims: await cards(ask, await readMyClaims(ask.tx)) }));
  route('GET /api/claims/:claim_id', claiming, async (ask) => card(ask, await readClaim(ask.tx, ask.params.claim_id)));
  route('PUT /api/claims/:claim_id/cancellation', claiming, async (ask) =>
    card(ask, await cancelClaim(ask.tx, ask, ask.params.claim_id, ask.now)),
  );
  redemptionRoutes(route, tools);
}

function redemptionRoutes(route: AddRoute, tools: CardTools): void {
  route('POST /api/desk/voucher-checks', handingOver, async (ask) => {
    const { claim, holder, item } = await checkVoucher(ask.tx, ask, ask.body, tools, ask.now);
    const offer = (await tools.describeOffers(ask.tx, [claim.offer_id])).get(claim.offer_id);
    const station = (await tools.describePlaces(ask.tx, [ask.body.station_id])).get(ask.body.station_id);
    if (!offer || !station) throw notFound();
    const looked = { action: 'voucher.checked', subject: ['claim', claim.claim_id] as const, union_id: claim.union_id };
    await writeAudit(ask.tx, ask, { ...looked, member_ids: [claim.member_id] }, ask.now);
    return {
      claim_id: claim.claim_id,
      holder: holder.name,
      occupation: holder.occupation,
      item,
      title: offer.title,
      station,
      collect_until: claim.redeem_until.toISOString(),
    };
  });
  route('PUT /api/desk/redemptions/:redemption_id', handingOver, async (ask) => {
    const row = await redeem(
      ask.tx,
      ask,
      { ...ask.body, redemption_id: ask.params.redemption_id.toLowerCase() },
      tools,
      ask.now,
    );
    const station = (await tools.describePlaces(ask.tx, [ask.body.station_id])).get(ask.body.station_id);
    if (!station) throw notFound();
    return { ...row, redeemed_at: row.redeemed_at.toISOString(), holder: row.name, station };
  });
  route('GET /api/desk/redemptions', handingOver, async (ask) => {
    const { station_id } = ask.query;
    const station = (await tools.describePlaces(ask.tx, [station_id])).get(station_id);
    if (!station) throw notFound();
    const rows = await store.readRedemptionsOfDay(ask.tx, station_id, dayOf(ask.now));
    if (rows.length > 0) {
      const member_ids = [...new Set(rows.map((row) => row.member_id))];
      await writeAudit(
        ask.tx,
        ask,
        { action: 'redemption.listed', subject: ['station', station_id], member_ids },
        ask.now,
      );
    }
    return {
      redemptions: rows.map((row) => ({
        ...row,
        redeemed_at: row.redeemed_at.toISOString(),
        holder: maskName(row.name),
        station,
      })),
      today: await store.countOfDay(ask.tx, station_id, dayOf(ask.now)),
      waiting: await store.countWaiting(ask.tx, station_id, ask.now),
    };
  });
}
