import { Checkbox, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import { campaignKinds, membershipStates, occupations } from '../../../contract/words.ts';
import { BranchSelect } from '../shell/unions.tsx';
import { useTerm, useWords } from '../words.ts';
import type { DraftFields } from './draft.ts';
import { Points, type PointsValue } from './points.tsx';
import { formWords, words } from './words.ts';

function useOptions() {
  const term = useTerm();
  return <K extends string>(table: Record<K, { zh: string; en: string }>) =>
    (Object.keys(table) as K[]).map((value) => ({ value, label: term(table[value]) }));
}

/** What is given: the words the member reads. */
export function What() {
  const t = useWords(formWords);
  const options = useOptions();
  return (
    <fieldset className="card">
      <legend>{t.basics}</legend>
      <Form.Item name="kind" label={t.kind}>
        <Radio.Group options={options(campaignKinds)} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t.name}
        extra={t.name_hint}
        rules={[{ required: true, whitespace: true, min: 2, max: 60, message: t.need_name }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="item"
        label={t.item}
        extra={t.item_hint}
        rules={[{ required: true, whitespace: true, message: t.need_item }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="detail" label={t.detail} extra={t.detail_hint}>
        <Input.TextArea maxLength={600} rows={3} />
      </Form.Item>
    </fieldset>
  );
}

/** Who may claim, and how much. */
export function Who() {
  const t = useWords(formWords);
  const w = useWords(words);
  const options = useOptions();
  return (
    <fieldset className="card">
      <legend>{t.who}</legend>
      <Form.Item name="union_id" label={w.run_by}>
        <BranchSelect aria-label={w.run_by} />
      </Form.Item>
      <Form.Item name="branch_ids" label={t.branches} extra={t.branches_hint}>
        <BranchSelect<number[]> multiple allowClear aria-label={t.branches} placeholder={w.own_members('')} />
      </Form.Item>
      <Form.Item name="occupations" label={t.occupations} extra={t.occupations_hint}>
        <Checkbox.Group options={options(occupations)} />
      </Form.Item>
      <Form.Item
        name="membership_states"
        label={t.membership_states}
        rules={[
          {
            validator: (_, states: string[]) =>
              states.length > 0 ? Promise.resolve() : Promise.reject(new Error(t.need_state)),
          },
        ]}
      >
        <Checkbox.Group options={options(membershipStates)} />
      </Form.Item>
      <Form.Item name="limit_per_member" label={t.limit} rules={[{ required: true }]}>
        <InputNumber min={1} max={10} precision={0} />
      </Form.Item>
    </fieldset>
  );
}

/** Where to collect, with the places each. */
export function Where() {
  const t = useWords(formWords);
  const check = (_: unknown, lots: PointsValue) => {
    if (lots.length === 0) return Promise.reject(new Error(t.need_points));
    return lots.some((lot) => !lot.capacity || lot.capacity < 1)
      ? Promise.reject(new Error(t.need_places))
      : Promise.resolve();
  };
  return (
    <fieldset className="card">
      <legend>{t.where}</legend>
      <Form.Item name="lots" label={t.add_point} rules={[{ validator: check }]} validateTrigger="onSubmit">
        <Points />
      </Form.Item>
    </fieldset>
  );
}

/** When it opens, closes, and until when one can collect. */
export function When() {
  const t = useWords(formWords);
  const picker = (
    <DatePicker
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      allowClear={false}
      needConfirm={false}
      showNow={false}
      className="picker"
    />
  );
  return (
    <fieldset className="card">
      <legend>{t.when}</legend>
      <Form.Item name="opens_at" label={t.opens} rules={[{ required: true, message: t.need_time }]}>
        {picker}
      </Form.Item>
      <Form.Item
        name="closes_at"
        label={t.closes}
        dependencies={['opens_at']}
        rules={[
          { required: true, message: t.need_time },
          ({ getFieldValue }) => ({
            validator: (_, closes: DraftFields['closes_at']) =>
              closes?.isAfter(getFieldValue('opens_at'))
                ? Promise.resolve()
                : Promise.reject(new Error(t.closes_early)),
          }),
        ]}
      >
        {picker}
      </Form.Item>
      <Form.Item
        name="collect_until"
        label={t.collect}
        dependencies={['closes_at']}
        rules={[
          { required: true, message: t.need_time },
          ({ getFieldValue }) => ({
            validator: (_, collect: DraftFields['collect_until']) =>
              collect?.isBefore(getFieldValue('closes_at'))
                ? Promise.reject(new Error(t.collect_early))
                : Promise.resolve(),
          }),
        ]}
      >
        {picker}
      </Form.Item>
    </fieldset>
  );
}
