import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useSend } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { go } from '../shell/router.tsx';
import { useOfficer } from '../shell/session.tsx';
import { useWords } from '../words.ts';
import { CampaignForm } from './campaign-form.tsx';
import { type DraftFields, draftOf, emptyDraft, forgetDraft, keepDraft, keptDraft } from './draft.ts';
import { formWords, words } from './words.ts';

/** Starts a campaign as a draft. */
export default function NewCampaign() {
  const t = useWords(formWords);
  const w = useWords(words);
  const { message } = App.useApp();
  const officer = useOfficer();
  const empty = () => emptyDraft(officer.posts[0]?.union.union_id ?? 0);
  const [draft, setDraft] = useState(keptDraft);
  const { send, sending, failure } = useSend('PUT /api/desk/campaigns/drafts/:draft_id');
  const save = async (fields: DraftFields) => {
    const campaign = await send({ params: { draft_id: draft.draft_id }, body: draftOf(fields) });
    if (!campaign) return;
    forgetDraft();
    message.success(t.saved);
    go(`/campaigns/${campaign.campaign_id}`, { replace: true });
  };
  const startOver = () => {
    forgetDraft();
    setDraft(keptDraft());
  };
  return (
    <Page title={t.new_title} from={{ to: '/campaigns', name: w.title }} narrow>
      {draft.fields && (
        <Alert type="info" showIcon title={t.restored} action={<Button onClick={startOver}>{t.start_over}</Button>} />
      )}
      <CampaignForm
        key={draft.draft_id}
        initial={draft.fields ?? empty()}
        onChange={(fields) => keepDraft({ draft_id: draft.draft_id, fields })}
        onSave={save}
        saving={sending}
        failure={failure}
      />
    </Page>
  );
}
