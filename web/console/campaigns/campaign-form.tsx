import { Button, Form, type FormInstance } from 'antd';
import { useEffect } from 'react';
import type { Failure } from '../shell/failure.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words.ts';
import type { DraftFields } from './draft.ts';
import { What, When, Where, Who } from './form-parts.tsx';
import { Reach } from './reach.tsx';
import { formWords } from './words.ts';

interface CampaignFormProps {
  initial: DraftFields;
  onChange?: (fields: DraftFields) => void;
  onSave: (fields: DraftFields) => void;
  saving: boolean;
  failure: Failure | null;
}

/** `eligibility.branch_ids` on the wire is `branch_ids` in the form. */
function pathOf(path: string): (string | number)[] {
  const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (parts[0] === 'eligibility') return parts.slice(1);
  return parts[0] === 'lots' ? ['lots'] : parts;
}

/** Puts what the server found wrong beside the fields it named. */
function markFields(form: FormInstance<DraftFields>, failure: Failure | null) {
  const fields = failure?.kind === 'refused' ? (failure.refusal.fields ?? []) : [];
  form.setFields(fields.map(({ path, message }) => ({ name: pathOf(path) as never, errors: [message] })));
}

/** One column; the consequence stands before the button. */
export function CampaignForm({ initial, onChange, onSave, saving, failure }: CampaignFormProps) {
  const t = useWords(formWords);
  const [form] = Form.useForm<DraftFields>();
  useEffect(() => markFields(form, failure), [form, failure]);
  return (
    <Form<DraftFields>
      form={form}
      className="campaign-form"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError={{ behavior: 'instant', block: 'center', focus: true }}
      onValuesChange={(_, fields) => onChange?.(fields)}
      onFinish={onSave}
    >
      <What />
      <Who />
      <Where />
      <When />
      <section className="card form-end">
        <div className="form-says">
          <Reach form={form} />
          <p className="soft">{t.save_says}</p>
        </div>
        <Button type="primary" size="large" htmlType="submit" loading={saving}>
          {t.save}
        </Button>
        <FailureNotice failure={failure} />
      </section>
    </Form>
  );
}
