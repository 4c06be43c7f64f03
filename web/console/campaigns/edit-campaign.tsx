import { App } from 'antd';
import { useAsk, useSend } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { go, Link } from '../shell/router.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { useWords } from '../words.ts';
import { CampaignForm } from './campaign-form.tsx';
import { type DraftFields, draftOf, fieldsOf } from './draft.ts';
import { formWords, words } from './words.ts';

/** Corrects a draft. */
export default function EditCampaign({ campaignId }: { campaignId: number }) {
  const t = useWords(formWords);
  const w = useWords(words);
  const { message } = App.useApp();
  const params = { campaign_id: campaignId };
  const asked = useAsk('GET /api/desk/campaigns/:campaign_id', { params });
  const { send, sending, failure } = useSend('PUT /api/desk/campaigns/:campaign_id');
  const to = `/campaigns/${campaignId}`;
  const save = async (fields: DraftFields) => {
    if (!(await send({ params, body: draftOf(fields) }))) return;
    message.success(t.saved);
    go(to, { replace: true });
  };
  return (
    <Page title={t.edit_title} from={{ to, name: asked.data?.title ?? w.title }} narrow>
      <Shown asked={asked}>
        {(campaign) =>
          campaign.abilities.includes('edit') ? (
            <CampaignForm initial={fieldsOf(campaign)} onSave={save} saving={sending} failure={failure} />
          ) : (
            <Blank title={t.not_editable}>
              <Link to={to}>{campaign.title}</Link>
            </Blank>
          )
        }
      </Shown>
    </Page>
  );
}
