import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { common, useWords } from '../words.ts';
import { useAsk } from './ask.ts';

export type Station = Reply<'GET /api/stations'>['stations'][number];

/** The same text, once the typing has paused: one question to the server a word, not a letter. */
export function useSettled(text: string, wait_ms = 250): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait_ms);
    return () => clearTimeout(timer);
  }, [text, wait_ms]);
  return settled;
}

interface StationSearchProps {
  id?: string;
  label: string;
  placeholder: string;
  nothing: string;
  /** Stations already chosen are not offered again. */
  without?: readonly number[];
  onChoose: (station: Station) => void;
}

/** Finds a station by a part of its name or address and hands it over. */
export function StationSearch({ id, label, placeholder, nothing, without = [], onChoose }: StationSearchProps) {
  const t = useWords(common);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const asked = useAsk('GET /api/stations', { query: q ? { q } : {} });
  const stations = asked.data?.stations.filter((station) => !without.includes(station.station_id)) ?? [];
  return (
    <Select<number>
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      value={null as unknown as number}
      aria-label={label}
      placeholder={placeholder}
      className="wide"
      popupMatchSelectWidth
      loading={asked.loading}
      notFoundContent={asked.loading ? t.loading : nothing}
      options={stations.map((station) => ({
        value: station.station_id,
        label: station.name,
        address: station.address,
        street: station.street.name,
      }))}
      optionRender={(option) => (
        <div className="station-option">
          <span>{option.label}</span>
          <span className="soft">
            {(option.data as { street: string }).street} · {(option.data as { address: string }).address}
          </span>
        </div>
      )}
      onSelect={(chosen) => {
        const station = stations.find((one) => one.station_id === chosen);
        if (station) onChoose(station);
        setTyped('');
      }}
    />
  );
}
