// What was done in the last weeks, so that the desk's first page and the record of looks are not empty.
import type postgres from 'postgres';
import { madeOn } from './allotments.ts';
import type { CampaignPlan } from './campaigns.ts';
import { type CastStaff, staff, staffNamed } from './cast.ts';
import type { Claim } from './claims.ts';
import { instantAt, instantText } from './days.ts';
import { insertRows, moveSequencePast, type Row } from './insert.ts';
import { haidian, streetUnion } from './tree.ts';

interface Deed {
  readonly at: number;
  readonly by: CastStaff;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly union_id: number;
  readonly member_ids: readonly number[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Imports of rosters, as [login, street, days ago, rows]. */
const imports = [
  ['haidian', null, 27, 412],
  ['shangdi', '上地街道', 19, 63],
  ['zhongguancun', '中关村街道', 16, 48],
  ['balizhuang', '八里庄街道', 9, 37],
  ['shangdi', '上地街道', 5, 22],
] as const;

export async function insertHistory(
  tx: postgres.TransactionSql,
  today: number,
  campaigns: readonly CampaignPlan[],
  claims: readonly Claim[],
): Promise<void> {
  await insertRows(
    tx,
    'roster_import',
    imports.map((_, index) => importRow(today, index)),
  );
  await moveSequencePast(tx, 'roster_import', 'import_id');
  const deeds = [...campaignDeeds(today, campaigns), ...importDeeds(today), ...redemptionDeeds(claims)];
  await insertRows(tx, 'audit_entry', deeds.toSorted((a, b) => a.at - b.at).map(auditRow));
}

function campaignDeeds(today: number, campaigns: readonly CampaignPlan[]): Deed[] {
  return campaigns.flatMap((campaign) => {
    const made = madeOn(campaign, today);
    const deed = (action: string, at: number): Deed => ({
      at,
      by: staffNamed('haidian'),
      action,
      subject_kind: 'campaign',
      subject_id: String(campaign.campaign_id),
      union_id: haidian,
      member_ids: [],
      detail: { title: campaign.title },
    });
    const drafted = deed('campaign.drafted', instantAt(made, 14 * 60 + 20));
    if (campaign.state === 'draft') return [drafted];
    const published = deed('campaign.published', instantAt(made, 16 * 60 + 5));
    if (campaign.state === 'published') return [drafted, published];
    return [drafted, published, deed('campaign.closed', instantAt(campaign.closes, 18 * 60))];
  });
}

function importDeeds(today: number): Deed[] {
  return imports.map(([login, street, daysAgo, rows], index) => ({
    at: instantAt(today - daysAgo, 10 * 60 + 42),
    by: staffNamed(login),
    action: 'roster.committed',
    subject_kind: 'roster_import',
    subject_id: String(index + 1),
    union_id: street ? streetUnion(street).union_id : haidian,
    member_ids: [],
    detail: { added: rows },
  }));
}

/** The last hand-overs only; the ledger has them all. */
function redemptionDeeds(claims: readonly Claim[]): Deed[] {
  const handed = claims.flatMap(({ redemption, ...claim }) => (redemption ? [{ ...claim, redemption }] : []));
  const last = handed.toSorted((a, b) => b.redemption.redeemed_at - a.redemption.redeemed_at).slice(0, 30);
  return last.flatMap(({ lot, person, redemption }) => {
    const by = staff.find((each) => each.staff_id === lot.staff_id);
    if (!by) return [];
    const deed: Deed = {
      at: redemption.redeemed_at,
      by,
      action: 'redemption.created',
      subject_kind: 'redemption',
      subject_id: redemption.redemption_id,
      union_id: haidian,
      member_ids: [person.member_id],
      detail: {},
    };
    return [deed];
  });
}

function auditRow({ at, by, ...deed }: Deed): Row {
  return {
    at: instantText(at),
    actor_kind: 'staff',
    actor_id: by.staff_id,
    actor_label: `${by.display_name} · ${by.union}`,
    ...deed,
  };
}

function importRow(today: number, index: number): Row {
  const [login, street, daysAgo, rows] = imports[index] ?? imports[0];
  return {
    import_id: index + 1,
    union_id: street ? streetUnion(street).union_id : haidian,
    staff_id: staffNamed(login).staff_id,
    file_name: `${street ?? '海淀区'}会员名册（示例）.xlsx`,
    state: 'committed',
    created_at: instantText(instantAt(today - daysAgo, 10 * 60 + 36)),
    decided_at: instantText(instantAt(today - daysAgo, 10 * 60 + 42)),
    summary: {
      columns_used: ['姓名', '身份证号', '手机号', '职业', '平台'],
      columns_ignored: ['序号'],
      rows,
      new: rows,
      known: 0,
      wrong: 0,
      wrong_rows: [],
      sample: [],
    },
  };
}
