import { momentOf, numberOf } from '../../ui/format.ts';
import { useCampaigns } from '../campaigns/load-campaigns.ts';
import { Icon } from '../shell/icons.tsx';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';

/** One line of what is being given out today; nothing where nothing is, or where it could not be learnt. */
export function GivenOut() {
  const { data, trouble } = useCampaigns();
  const words = t();
  const open = data?.campaigns.filter((campaign) => campaign.phase === 'open' && campaign.left > 0) ?? [];
  const next = data?.campaigns.find((campaign) => campaign.phase === 'upcoming');
  const first = open[0] ?? next;
  if (!first) return data || trouble ? null : <div class="given shape" aria-hidden="true" />;
  const state =
    first.phase === 'open'
      ? words.leftShort(numberOf(first.left))
      : words.opensAt(momentOf(first.opens_at, languageNow()));
  return (
    <a class="given" href={open.length > 1 ? '/campaigns' : `/campaigns/${first.campaign_id}`}>
      <Icon name="gift" />
      <span>
        <b>{first.phase === 'open' ? words.givenNow : words.givenNext}</b> {first.title}
        {open.length > 1 && ` ${words.givenMore(open.length)}`} · {state}
      </span>
      <Icon name="next" />
    </a>
  );
}
