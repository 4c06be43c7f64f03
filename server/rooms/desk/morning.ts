import type { Language } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database.ts';
import type { AddRoute } from '../../platform/http/routes.ts';
import { timeZone } from '../../platform/time.ts';

interface Running {
  readonly campaign_id: number;
  readonly title: string;
  readonly capacity: number;
  readonly granted: number;
  readonly redeemed: number;
  readonly closes_at: Date;
}

/** What happened, by the audit log's action; what is not named here is not news. */
const changes: Readonly<Record<string, (title: string, times: number) => Record<Language, string>>> = {
  'campaign.drafted': (title) => ({ zh: `新建活动草稿“${title}”`, en: `Drafted “${title}”` }),
  'campaign.published': (title) => ({ zh: `发布活动“${title}”`, en: `Published “${title}”` }),
  'campaign.closed': (title) => ({ zh: `提前结束活动“${title}”`, en: `Closed “${title}” early` }),
  'campaign.discarded': (title) => ({ zh: `删除草稿“${title}”`, en: `Discarded the draft “${title}”` }),
  'roster.committed': () => ({ zh: '导入会员名册', en: 'Imported a roster' }),
  'redemption.created': (_, times) => ({
    zh: `发放物品 ${times} 份`,
    en: `Handed over ${times} ${times === 1 ? 'item' : 'items'}`,
  }),
};

export function deskRoutes(route: AddRoute): void {
  route('GET /api/desk/morning', { ability: 'desk.morning' }, async (ask) => {
    const { branches } = ask.scope;
    const running = await readRunning(ask.tx, branches, ask.now);
    const news = await readChanges(ask.tx, branches);
    return {
      running: running.map((row) => ({ ...row, closes_at: row.closes_at.toISOString() })),
      short: await readShort(ask.tx, branches, ask.now),
      changes: news.flatMap((row) => {
        const words = changes[row.action]?.(row.title ?? '', row.times);
        return words ? [{ at: row.at.toISOString(), by: row.actor_label ?? '', what: words[ask.language] }] : [];
      }),
    };
  });
}

const readRunning = (db: Db, branches: readonly number[], now: Date) =>
  db<
    Running[]
  >`select k.campaign_id, k.title, sum(l.capacity)::integer as capacity, sum(l.granted)::integer as granted, sum(l.redeemed)::integer as redeemed, o.closes_at
    from campaign k join offer o using (offer_id) join lot l using (offer_id)
    where k.union_id = any (${[...branches]}::integer[]) and o.state = 'published' and o.opens_at <= ${now} and o.redeem_until > ${now}
    group by k.campaign_id, o.offer_id order by o.closes_at limit 20`;

/** Points with no more than a tenth of their places left, while one can still claim. */
const readShort = (db: Db, branches: readonly number[], now: Date) =>
  db<{ campaign_id: number; title: string; station: string; left: number; capacity: number }[]>`
    select k.campaign_id, k.title, s.name as station, l.capacity - l.granted as left, l.capacity
    from campaign k join offer o using (offer_id) join lot l using (offer_id) join station s on s.station_id = l.place_id
    where k.union_id = any (${[...branches]}::integer[]) and o.state = 'published' and o.closes_at > ${now} and (l.capacity - l.granted) * 10 <= l.capacity
    order by l.capacity - l.granted, k.campaign_id limit 20`;

/** Newest first; a day's hand-overs by one keeper are one line with their number. */
const readChanges = (db: Db, branches: readonly number[]) =>
  db<
    { at: Date; actor_label: string | null; action: string; title: string | null; times: number }[]
  >`select max(at) as at, actor_label, action, detail->>'title' as title, count(*)::integer as times from audit_entry
    where union_id = any (${[...branches]}::integer[]) and action = any (${Object.keys(changes)}::text[])
    group by actor_label, action, detail->>'title', case when action = 'redemption.created' then (at at time zone ${timeZone})::date::text else audit_id::text end
    order by 1 desc limit 15`;
