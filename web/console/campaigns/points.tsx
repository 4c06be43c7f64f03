import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, InputNumber } from 'antd';
import { StationSearch } from '../shell/stations.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import type { Lot } from './draft.ts';
import { formWords } from './words.ts';

export type PointsValue = Lot[];

interface PointsProps {
  id?: string;
  value?: PointsValue;
  onChange?: (lots: PointsValue) => void;
}

/** The collection points of a draft: search a station, give it places, see the sum. */
export function Points({ id, value = [], onChange }: PointsProps) {
  const t = useWords(formWords);
  const set = (lots: PointsValue) => onChange?.(lots);
  const last = value.at(-1)?.capacity ?? 100;
  const sum = value.reduce((all, lot) => all + (lot.capacity ?? 0), 0);
  return (
    <div className="points">
      <StationSearch
        {...(id ? { id } : {})}
        label={t.add_point}
        placeholder={t.search_point}
        nothing={t.no_station}
        without={value.map((lot) => lot.station_id)}
        // The next point most often gets as many places as the one before.
        onChoose={({ station_id, name, address }) => set([...value, { station_id, name, address, capacity: last }])}
      />
      {value.length > 0 && (
        <>
          <ul className="point-rows">
            {value.map((lot) => (
              <li key={lot.station_id} className="point-row">
                <span className="point-name">
                  {lot.name}
                  <span className="soft">{lot.address}</span>
                </span>
                <InputNumber
                  aria-label={t.places_at(lot.name)}
                  min={1}
                  max={1_000_000}
                  precision={0}
                  value={lot.capacity}
                  onChange={(capacity) =>
                    set(value.map((one) => (one.station_id === lot.station_id ? { ...one, capacity } : one)))
                  }
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t.remove_point(lot.name)}
                  onClick={() => set(value.filter((one) => one.station_id !== lot.station_id))}
                />
              </li>
            ))}
          </ul>
          <p className="point-sum" role="status">
            {t.sum(number(value.length), number(sum))}
          </p>
        </>
      )}
    </div>
  );
}
