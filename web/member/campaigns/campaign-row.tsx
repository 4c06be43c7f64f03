import type { CampaignCard } from '../../../contract/care.ts';
import { campaignKinds, claimStates } from '../../../contract/words.ts';
import { momentOf, numberOf } from '../../ui/format.ts';
import { Icon } from '../shell/icons.tsx';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';

/** How it stands, a line each: places left and until when, or when it opens, or that it ended. */
function standing({ phase, left, capacity, opens_at, closes_at }: CampaignCard): string[] {
  const words = t();
  if (phase === 'upcoming') return [words.opensAt(momentOf(opens_at, languageNow()))];
  if (phase === 'closed') return [words.closedTitle];
  const places = left > 0 ? words.left(numberOf(left), numberOf(capacity)) : words.allGone;
  return [places, words.until(momentOf(closes_at, languageNow()))];
}

export function CampaignRow({ campaign }: { campaign: CampaignCard }) {
  const { campaign_id, claim, kind, title, item, for_whom, verdict, phase } = campaign;
  const words = t();
  const refusal = claim || phase === 'closed' ? null : verdict?.refusal;
  return (
    <li class="card row">
      <p class="label">{campaignKinds[kind][languageNow()]}</p>
      <h3>
        <a class="whole" href={`/campaigns/${campaign_id}`}>
          {title}
        </a>
      </h3>
      <p>{item}</p>
      {claim ? (
        <p class="tag done">
          <Icon name="ticket" />
          {claimStates[claim.state][languageNow()]}
        </p>
      ) : (
        <p class="small">{words.forWhomLine(for_whom)}</p>
      )}
      {!claim &&
        standing(campaign).map((line) => (
          <p key={line} class="small">
            {line}
          </p>
        ))}
      {refusal && refusal.code !== 'claim_not_open_yet' && (
        <div class="reason">
          <Icon name="info" />
          <p>
            {refusal.reason} {refusal.next}
          </p>
        </div>
      )}
    </li>
  );
}
