import { Button } from 'antd';
import { useState } from 'react';
import { useAsk } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { useOfficer } from '../shell/session.tsx';
import { useWords } from '../words.ts';
import { Counter } from './counter.tsx';
import { StationChoice, type Where } from './station-choice.tsx';
import { Today } from './today.tsx';
import { words } from './words.ts';

const kept = 'hand-over-station';

/** The keeper's own stations; the one used last comes first, if they may still stand there. */
function firstStation(own: readonly Where[]): Where | null {
  const last = JSON.parse(localStorage.getItem(kept) ?? 'null') as Where | null;
  if (own.length === 0) return last;
  return own.find((station) => station.station_id === last?.station_id) ?? (own.length === 1 ? (own[0] ?? null) : null);
}

/** The keeper's page: where they stand, the next voucher, what was handed over today. */
export default function HandOverPage() {
  const t = useWords(words);
  const officer = useOfficer();
  const own = officer.posts.flatMap((post) => (post.station ? [post.station] : []));
  const [station, setStation] = useState(() => firstStation(own));
  const choose = (chosen: Where) => {
    localStorage.setItem(kept, JSON.stringify(chosen));
    setStation(chosen);
  };
  return (
    <Page
      title={t.title}
      about={station?.name}
      actions={station && own.length !== 1 && <Button onClick={() => setStation(null)}>{t.change}</Button>}
    >
      {station ? (
        <AtStation key={station.station_id} station={station} />
      ) : (
        <StationChoice own={own} onChoose={choose} />
      )}
    </Page>
  );
}

function AtStation({ station }: { station: Where }) {
  const asked = useAsk('GET /api/desk/redemptions', { query: { station_id: station.station_id } });
  return (
    <div className="hand-over">
      <Counter station={station} onHanded={asked.again} />
      <Today asked={asked} />
    </div>
  );
}
