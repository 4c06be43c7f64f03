import { useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import { numberOf } from '../../ui/format.ts';
import { wordsOf } from '../shell/states.tsx';
import { t } from '../words.ts';
import { furtherPages, type queryOf } from './nearby-state.ts';
import { StationRow } from './station-row.tsx';

interface FurtherProps {
  list: string;
  query: ReturnType<typeof queryOf>;
  shown: number;
  total: number;
}

/** The pages after the first, each when the reader asks for it. The focus goes to the first that is new. */
export function FurtherStations({ list, query, shown, total }: FurtherProps) {
  const further = furtherPages.use();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const mine = further.list === list ? further : { list, cards: [], page: 1 };
  const rest = total - shown - mine.cards.length;

  async function more() {
    setBusy(true);
    setTrouble(null);
    try {
      const page = mine.page + 1;
      const { stations } = await call('GET /api/stations', { query: { ...query, page } });
      furtherPages.set({ list, cards: [...mine.cards, ...stations], page });
      const fresh = stations[0];
      if (fresh)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`a[href="/stations/${fresh.station_id}"]`)?.focus(),
        );
    } catch (cause) {
      setTrouble(cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {mine.cards.map((station) => (
        <StationRow key={station.station_id} station={station} />
      ))}
      {rest > 0 && (
        <li class="more">
          {trouble !== null && <p role="alert">{wordsOf(trouble).title}</p>}
          <button type="button" class="second-button" disabled={busy} onClick={() => void more()}>
            {busy ? t().stationsWait : t().showMore}
          </button>
          <p class="small">{t().remaining(numberOf(rest))}</p>
        </li>
      )}
    </>
  );
}
