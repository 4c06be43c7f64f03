import { Button } from 'antd';
import { StationSearch } from '../shell/stations.tsx';
import { useWords } from '../words.ts';
import { words } from './words.ts';

export interface Where {
  station_id: number;
  name: string;
}

/** A keeper of several stations taps theirs; an officer looks for the one they are at. */
export function StationChoice({ own, onChoose }: { own: readonly Where[]; onChoose: (station: Where) => void }) {
  const t = useWords(words);
  return (
    <section className="card stack station-choice">
      <h2>{t.choose}</h2>
      <p className="soft">{t.choose_about}</p>
      {own.length > 0 ? (
        own.map((station) => (
          <Button key={station.station_id} size="large" block onClick={() => onChoose(station)}>
            {station.name}
          </Button>
        ))
      ) : (
        <StationSearch
          label={t.choose}
          placeholder={t.search_station}
          nothing={t.no_station}
          onChoose={({ station_id, name }) => onChoose({ station_id, name })}
        />
      )}
    </section>
  );
}
