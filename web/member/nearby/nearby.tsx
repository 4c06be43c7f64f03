import { useEffect } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import { numberOf } from '../../ui/format.ts';
import { announce } from '../shell/announce.ts';
import { Icon } from '../shell/icons.tsx';
import { useLoad } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { Age, Empty, Trouble, Waiting } from '../shell/states.tsx';
import { t } from '../words.ts';
import { FilterChips, SearchAndStreet } from './filter-bar.tsx';
import { FurtherStations } from './further-stations.tsx';
import { GivenOut } from './given-out.tsx';
import { clearFilters, filterBy, filters, queryOf } from './nearby-state.ts';
import { askPosition, dropPosition, position } from './position.ts';
import { FirstStation, StationRow } from './station-row.tsx';

export function NearbyPage() {
  return (
    <Page title={t().nearbyTitle} quietTitle>
      <GivenOut />
      <PositionWay />
      <SearchAndStreet />
      <FilterChips />
      <StationList />
    </Page>
  );
}

function PositionWay() {
  const { at, asking, trouble } = position.use();
  const words = t();
  if (at) {
    return (
      <p class="position-on">
        <Icon name="aim" />
        <span>{words.positionOn}</span>
        <button type="button" class="quiet" onClick={dropPosition}>
          {words.positionOff}
        </button>
      </p>
    );
  }
  const troubles = { denied: words.positionDenied, lost: words.positionLost, insecure: words.positionInsecure };
  return (
    <div class="position-ask">
      <button type="button" class="main-button" disabled={asking} onClick={askPosition}>
        <Icon name="aim" />
        {asking ? words.positionAsking : words.useMyPosition}
      </button>
      <p class="small" role="status">
        {trouble ? troubles[trouble] : words.positionPrivacy}
      </p>
    </div>
  );
}

function StationList() {
  const chosen = filters.use();
  const { at } = position.use();
  const query = queryOf(chosen, at);
  const list = JSON.stringify(query);
  // A list sorted by where somebody is names the place: it is not kept on the phone beyond this page.
  const slot = query.latitude === undefined ? 'stations' : undefined;
  const loaded = useLoad(`stations ${list}`, (signal) => call('GET /api/stations', { query }, { signal }), slot);
  const found = loaded.data;
  const words = t();
  useEffect(() => {
    if (found) announce(words.stationsFound(numberOf(found.total)));
  }, [list, found?.total]);

  if (!found) {
    if (loaded.trouble) return <Trouble trouble={loaded.trouble} again={loaded.reload} />;
    return <Waiting what={words.stationsWait} shapes={4} tall />;
  }
  const [first, ...others] = found.stations;
  if (!first) return <NoStations open_now={chosen.open_now} />;
  const label =
    first.opening.state === 'open'
      ? at
        ? words.nearestOpen
        : words.firstOpen
      : at
        ? words.nearestAny
        : words.firstAny;
  return (
    <section aria-label={words.nearbyTitle}>
      <Age loaded={loaded} />
      <FirstStation station={first} label={label} main={at !== null} />
      <p class="small count">{words.stationsFound(numberOf(found.total))}</p>
      <ol class="rows">
        {others.map((station) => (
          <StationRow key={station.station_id} station={station} />
        ))}
        <FurtherStations list={list} query={query} shown={found.stations.length} total={found.total} />
      </ol>
    </section>
  );
}

function NoStations({ open_now }: { open_now: boolean }) {
  const words = t();
  if (open_now) {
    return (
      <Empty title={words.noOpenStations}>
        <button type="button" class="second-button" onClick={() => filterBy({ open_now: false })}>
          {words.showClosed}
        </button>
      </Empty>
    );
  }
  return (
    <Empty title={words.noStations}>
      <p>{words.noStationsNext}</p>
      <button type="button" class="second-button" onClick={clearFilters}>
        {words.clearFilters}
      </button>
    </Empty>
  );
}
