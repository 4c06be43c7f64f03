import { Form, type FormInstance } from 'antd';
import { useAsk } from '../shell/ask.ts';
import { useSettled } from '../shell/stations.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import { type DraftFields, eligibilityOf } from './draft.ts';
import { formWords } from './words.ts';

/** How many members the draft covers, live, and what there is for them. */
export function Reach({ form }: { form: FormInstance<DraftFields> }) {
  const t = useWords(formWords);
  const fields = Form.useWatch((values: DraftFields) => values, form) as DraftFields | undefined;
  const about =
    fields?.union_id && fields.membership_states?.length
      ? { union_id: fields.union_id, eligibility: eligibilityOf(fields) }
      : null;
  const settled = useSettled(about ? JSON.stringify(about) : '', 400);
  const asked = useAsk(
    'POST /api/desk/campaign-reach',
    settled ? { body: JSON.parse(settled) as NonNullable<typeof about> } : null,
  );
  const lots = fields?.lots ?? [];
  const places = lots.reduce((sum, lot) => sum + (lot.capacity ?? 0), 0);
  return (
    <p className="consequence" role="status" aria-busy={asked.loading}>
      {asked.data === null
        ? asked.failure
          ? t.reach_unknown
          : t.reach_counting
        : asked.data.members === 0
          ? t.reach_zero
          : lots.length === 0
            ? t.reach_members(number(asked.data.members))
            : t.reach(number(asked.data.members), number(places), number(lots.length))}
    </p>
  );
}
