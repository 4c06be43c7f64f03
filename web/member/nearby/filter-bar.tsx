import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import { type Facility, facilities, type StationKind, stationKinds } from '../../../contract/words.ts';
import { Icon, type IconName } from '../shell/icons.tsx';
import { useLoad } from '../shell/load.ts';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';
import { filterBy, filters } from './nearby-state.ts';

const typing_ms = 350;
const quickFacilities: Facility[] = ['toilet', 'hot_meals', 'charging', 'parking'];

export function SearchAndStreet() {
  const { q, street_id } = filters.use();
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== filters.get().q && filterBy({ q: typed.trim() }), typing_ms);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useLoad('streets', (signal) => call('GET /api/streets', {}, { signal }), 'streets');
  const words = t();
  return (
    <form class="finder" role="search" onSubmit={(event) => (event.preventDefault(), filterBy({ q: typed.trim() }))}>
      <label>
        <span class="unseen">{words.street}</span>
        <select
          value={street_id ?? ''}
          onChange={(event) => filterBy({ street_id: Number(event.currentTarget.value) || null })}
        >
          <option value="">{words.allStreets}</option>
          {data?.streets.map((street) => (
            <option key={street.union_id} value={street.union_id}>
              {street.name} ({street.stations})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">{words.search}</span>
        <input
          type="search"
          value={typed}
          maxLength={50}
          enterKeyHint="search"
          autoComplete="off"
          placeholder={words.searchHint}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
    </form>
  );
}

function Chip({ on, icon, word, toggle }: { on: boolean; icon?: IconName; word: string; toggle: () => void }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={toggle}>
      {icon && <Icon name={on ? 'check' : icon} />}
      {word}
    </button>
  );
}

function FacilityChip({ facility, chosen }: { facility: Facility; chosen: Facility | null }) {
  const on = facility === chosen;
  return (
    <Chip
      on={on}
      icon={facility}
      word={facilities[facility][languageNow()]}
      toggle={() => filterBy({ facility: on ? null : facility })}
    />
  );
}

function KindChip({ kind, chosen }: { kind: StationKind; chosen: StationKind | null }) {
  const on = kind === chosen;
  return (
    <Chip
      on={on}
      icon="pin"
      word={stationKinds[kind][languageNow()]}
      toggle={() => filterBy({ kind: on ? null : kind })}
    />
  );
}

export function FilterChips() {
  const { open_now, facility, kind } = filters.use();
  const [all, setAll] = useState(false);
  const words = t();
  const shown = facility && !quickFacilities.includes(facility) ? [facility, ...quickFacilities] : quickFacilities;
  return (
    <section class="filters" aria-label={words.filters}>
      <div class="chips scroll-row">
        <Chip on={open_now} icon="clock" word={words.openNow} toggle={() => filterBy({ open_now: !open_now })} />
        {kind && <KindChip kind={kind} chosen={kind} />}
        {shown.map((one) => (
          <FacilityChip key={one} facility={one} chosen={facility} />
        ))}
        <button type="button" class="chip" aria-expanded={all} aria-controls="all-filters" onClick={() => setAll(!all)}>
          {all ? words.fewerFilters : words.moreFilters}
        </button>
      </div>
      <div id="all-filters" class="all-filters card" hidden={!all}>
        <fieldset>
          <legend>{words.byKind}</legend>
          <div class="chips">
            {(Object.keys(stationKinds) as StationKind[]).map((one) => (
              <KindChip key={one} kind={one} chosen={kind} />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.byFacility}</legend>
          <div class="chips">
            {(Object.keys(facilities) as Facility[]).map((one) => (
              <FacilityChip key={one} facility={one} chosen={facility} />
            ))}
          </div>
        </fieldset>
      </div>
    </section>
  );
}
