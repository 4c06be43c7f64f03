import { useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import type { StationDetail } from '../../../contract/stations.ts';
import { stationKinds } from '../../../contract/words.ts';
import { distanceOf } from '../../ui/format.ts';
import { useCampaigns } from '../campaigns/load-campaigns.ts';
import { announce } from '../shell/announce.ts';
import { Icon } from '../shell/icons.tsx';
import { useLoad } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { languageNow } from '../shell/settings.ts';
import { Age, Trouble, Waiting } from '../shell/states.tsx';
import { t } from '../words.ts';
import { metresBetween, position } from './position.ts';
import { amapLink, Facilities, OpeningTag, otherMapLink } from './station-parts.tsx';

export function StationPage({ station_id }: { station_id: number }) {
  const loaded = useLoad(
    `station ${station_id}`,
    (signal) => call('GET /api/stations/:station_id', { params: { station_id } }, { signal }),
    'station',
  );
  const station = loaded.data;
  return (
    <Page title={station?.name ?? t().firstAny} parent="/">
      {station ? (
        <>
          <Age loaded={loaded} />
          <StationFacts station={station} />
        </>
      ) : loaded.trouble ? (
        <Trouble trouble={loaded.trouble} again={loaded.reload} />
      ) : (
        <Waiting what={t().stationsWait} shapes={3} tall />
      )}
    </Page>
  );
}

function StationFacts({ station }: { station: StationDetail }) {
  const words = t();
  const { at } = position.use();
  const other = otherMapLink(station);
  return (
    <>
      <p class="under-title">
        <OpeningTag opening={station.opening} /> <span class="small">{stationKinds[station.kind][languageNow()]}</span>
      </p>
      <a class="main-button wide" href={amapLink(station)} target="_blank" rel="noreferrer">
        <Icon name="route" />
        {words.inAmap}
      </a>
      <a class="second-button wide" href={other.href} rel="noreferrer">
        {other.word}
      </a>
      <GivenHere station_id={station.station_id} />
      <section class="card">
        <h2>{words.facilities}</h2>
        {station.facilities.length > 0 ? <Facilities facilities={station.facilities} /> : <p>{words.noFacilities}</p>}
      </section>
      <dl class="card facts">
        {at && (
          <Fact
            word={words.distance}
          >{`${distanceOf(metresBetween(at, station), languageNow())} (${words.straightLine})`}</Fact>
        )}
        <Fact word={words.hours}>{station.hours_text}</Fact>
        <Fact word={words.address}>
          {station.address} · {station.street.name}
        </Fact>
        {station.phone && (
          <Fact word={words.phone}>
            <a class="touch" href={`tel:${station.phone}`}>
              {words.callStation(station.phone)}
            </a>
          </Fact>
        )}
        {station.note && <Fact word={words.note}>{station.note}</Fact>}
        <Fact word={words.coordinates}>
          {station.latitude.toFixed(5)}, {station.longitude.toFixed(5)}
        </Fact>
      </dl>
      <Share name={station.name} />
    </>
  );
}

function Fact({ word, children }: { word: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function GivenHere({ station_id }: { station_id: number }) {
  const { data } = useCampaigns();
  const here = data?.campaigns.filter(
    ({ phase, points }) =>
      phase === 'open' && points.some((point) => point.station_id === station_id && point.left > 0),
  );
  if (!here?.length) return null;
  return (
    <section class="card">
      <h2>{t().atThisStation}</h2>
      <ul class="links">
        {here.map((campaign) => (
          <li key={campaign.campaign_id}>
            <a href={`/campaigns/${campaign.campaign_id}`}>
              <Icon name="gift" />
              {campaign.title}
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Share({ name }: { name: string }) {
  const [copied, setCopied] = useState(false);
  async function share() {
    try {
      if (navigator.share) await navigator.share({ title: name, url: location.href });
      else {
        await navigator.clipboard.writeText(location.href);
        setCopied(true);
        announce(t().shareCopied);
      }
    } catch {
      // The reader changed their mind, or the browser forbids it: the address is in the bar above.
    }
  }
  return (
    <button type="button" class="quiet wide" onClick={() => void share()}>
      <Icon name={copied ? 'check' : 'share'} />
      {copied ? t().shareCopied : t().share}
    </button>
  );
}
