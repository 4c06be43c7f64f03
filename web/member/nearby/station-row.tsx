import type { StationCard } from '../../../contract/stations.ts';
import { stationKinds } from '../../../contract/words.ts';
import { Icon } from '../shell/icons.tsx';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';
import { amapLink, Distance, Facilities, OpeningTag } from './station-parts.tsx';

export function StationRow({ station }: { station: StationCard }) {
  return (
    <li class="card row">
      <h3>
        <a class="whole" href={`/stations/${station.station_id}`}>
          {station.name}
        </a>
        <Distance metres={station.distance_m} />
      </h3>
      <OpeningTag opening={station.opening} />
      <p class="small">{station.address}</p>
      <Facilities facilities={station.facilities} most={4} />
    </li>
  );
}

/** The one to go to: large, with the way there. `main`: going there is this screen's one main action. */
export function FirstStation({ station, label, main }: { station: StationCard; label: string; main: boolean }) {
  const words = t();
  return (
    <article class="card first">
      <p class="label">
        {label} · {stationKinds[station.kind][languageNow()]}
      </p>
      <h2>
        <a href={`/stations/${station.station_id}`}>{station.name}</a>
        <Distance metres={station.distance_m} />
      </h2>
      <OpeningTag opening={station.opening} />
      <p class="small">{station.address}</p>
      <Facilities facilities={station.facilities} most={6} />
      <p class="two">
        <a class={main ? 'main-button' : 'second-button'} href={amapLink(station)} target="_blank" rel="noreferrer">
          <Icon name="route" />
          {words.goThere}
        </a>
        <a class="second-button" href={`/stations/${station.station_id}`}>
          {words.details}
        </a>
      </p>
    </article>
  );
}
