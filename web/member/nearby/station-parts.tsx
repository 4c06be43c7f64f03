import type { Opening, StationCard } from '../../../contract/stations.ts';
import type { Facility } from '../../../contract/words.ts';
import { facilities as facilityWords } from '../../../contract/words.ts';
import { distanceOf } from '../../ui/format.ts';
import { Icon } from '../shell/icons.tsx';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';

function openingWords(opening: Opening): string {
  const words = t();
  if (opening.state === 'unknown') return words.hoursUnknown;
  if (opening.state === 'open') return opening.until === null ? words.openAlways : words.openUntil(opening.until);
  if (!opening.opens) return words.closedNow;
  const { at, in_days } = opening.opens;
  if (in_days === 0) return words.opensToday(at);
  return in_days === 1 ? words.opensTomorrow(at) : words.opensInDays(in_days, at);
}

export function OpeningTag({ opening }: { opening: Opening }) {
  return (
    <span class={`tag ${opening.state}`}>
      <Icon name="clock" />
      {openingWords(opening)}
    </span>
  );
}

/** `most` cuts the list where space is short; the station's own page shows all. */
export function Facilities({ facilities, most = 99 }: { facilities: Facility[]; most?: number }) {
  if (facilities.length === 0) return null;
  const more = facilities.length - most;
  return (
    <ul class="facilities" aria-label={t().facilities}>
      {facilities.slice(0, most).map((facility) => (
        <li key={facility}>
          <Icon name={facility} />
          {facilityWords[facility][languageNow()]}
        </li>
      ))}
      {more > 0 && <li>+{more}</li>}
    </ul>
  );
}

export function Distance({ metres }: { metres: number | null }) {
  if (metres === null) return null;
  return <span class="distance">{distanceOf(metres, languageNow())}</span>;
}

/** A link that opens the place in Amap, which is told that the degrees are WGS-84 and not its own. */
export function amapLink({ latitude, longitude, name }: Pick<StationCard, 'latitude' | 'longitude' | 'name'>): string {
  const asked = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'wgs84',
    src: 'lianxinqiao',
    callnative: '1',
  });
  return `https://uri.amap.com/marker?${asked}`;
}

/** The phone's own map: Apple's by its link, others by the `geo:` address, whose degrees are WGS-84 by definition. */
export function otherMapLink({ latitude, longitude, name }: Pick<StationCard, 'latitude' | 'longitude' | 'name'>) {
  if (/iPhone|iPad|Macintosh/.test(navigator.userAgent)) {
    return {
      href: `https://maps.apple.com/?${new URLSearchParams({ ll: `${latitude},${longitude}`, q: name })}`,
      word: t().inAppleMaps,
    };
  }
  return {
    href: `geo:${latitude},${longitude}?q=${latitude},${longitude}(${encodeURIComponent(name)})`,
    word: t().inOtherMap,
  };
}
