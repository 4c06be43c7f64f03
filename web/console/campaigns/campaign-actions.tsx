import { App, Button } from 'antd';
import { call } from '../../../contract/call.ts';
import { useSend } from '../shell/ask.ts';
import { go, hrefOf } from '../shell/router.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { useWords } from '../words.ts';
import type { Campaign } from './phase-tag.tsx';
import { words } from './words.ts';

interface ActionsProps {
  campaign: Campaign;
  onChanged: (campaign: Campaign) => void;
}

/** What this post may do with the campaign now, as the server named it. Each asks first and says what it does. */
export function CampaignActions({ campaign, onChanged }: ActionsProps) {
  const t = useWords(words);
  const can = (what: Campaign['abilities'][number]) => campaign.abilities.includes(what);
  const edit = `/campaigns/${campaign.campaign_id}/edit`;
  return (
    <>
      {can('delete') && <Remove campaign={campaign} />}
      {can('close') && <CloseEarly campaign={campaign} onChanged={onChanged} />}
      {can('edit') && (
        <Button
          href={hrefOf(edit)}
          onClick={(event) => {
            event.preventDefault();
            go(edit);
          }}
        >
          {t.edit}
        </Button>
      )}
      {can('publish') && <Publish campaign={campaign} onChanged={onChanged} />}
    </>
  );
}

function Publish({ campaign, onChanged }: ActionsProps) {
  const t = useWords(words);
  const time = useTime();
  const { modal, message } = App.useApp();
  const { send, sending, failure } = useSend('PUT /api/desk/campaigns/:campaign_id/publication');
  const ask = async () => {
    const body = { union_id: campaign.run_by.union_id, eligibility: campaign.eligibility };
    // The number is a help, not a condition: without it the question is asked all the same.
    const reach = await call('POST /api/desk/campaign-reach', { body }, { timeout_ms: 5_000 }).catch(() => null);
    const places = number(campaign.capacity);
    const members = reach ? number(reach.members) : null;
    modal.confirm({
      title: t.publish_ask(campaign.title),
      content: (
        <>
          <p>{t.publish_says(members, places, number(campaign.lots.length), time.moment(campaign.opens_at))}</p>
          <p>{t.publish_final}</p>
        </>
      ),
      okText: t.publish,
      cancelText: t.keep,
      onOk: async () => {
        const published = await send({ params: { campaign_id: campaign.campaign_id } });
        if (!published) return;
        onChanged(published);
        message.success(t.published);
      },
    });
  };
  return (
    <>
      <Button type="primary" loading={sending} onClick={ask}>
        {t.publish}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}

function CloseEarly({ campaign, onChanged }: ActionsProps) {
  const t = useWords(words);
  const time = useTime();
  const { modal, message } = App.useApp();
  const { send, sending, failure } = useSend('PUT /api/desk/campaigns/:campaign_id/closure');
  const left = number(campaign.capacity - campaign.granted);
  const waiting = number(campaign.granted - campaign.redeemed);
  const ask = () =>
    modal.confirm({
      title: t.close_ask(campaign.title),
      content: t.close_says(left, waiting, time.moment(campaign.collect_until)),
      okText: t.close_early,
      okButtonProps: { danger: true },
      cancelText: t.keep,
      onOk: async () => {
        const closed = await send({ params: { campaign_id: campaign.campaign_id } });
        if (!closed) return;
        onChanged(closed);
        message.success(t.closed_now);
      },
    });
  return (
    <>
      <Button danger loading={sending} onClick={ask}>
        {t.close_early}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}

function Remove({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  const { modal, message } = App.useApp();
  const { send, sending, failure } = useSend('DELETE /api/desk/campaigns/:campaign_id');
  const ask = () =>
    modal.confirm({
      title: t.remove_ask(campaign.title),
      content: t.remove_says,
      okText: t.remove,
      okButtonProps: { danger: true },
      cancelText: t.keep,
      onOk: async () => {
        if (!(await send({ params: { campaign_id: campaign.campaign_id } }))) return;
        message.success(t.removed);
        go('/campaigns', { replace: true });
      },
    });
  return (
    <>
      <Button danger loading={sending} onClick={ask}>
        {t.remove}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
