import { Skeleton } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { stationKinds } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { Link } from '../shell/router.tsx';
import { Shown } from '../shell/states.tsx';
import { number } from '../shell/time.ts';
import { useTerm, useWords } from '../words.ts';
import { stationsAt } from './filters.ts';
import { words } from './words.ts';

type Counts = Reply<'GET /api/desk/station-counts'>;

/** How many stations the branch has, by kind and by street; each number opens the stations. */
export function StationCounts({ unionId }: { unionId: number | undefined }) {
  const t = useWords(words);
  const asked = useAsk('GET /api/desk/station-counts', { query: unionId ? { union_id: unionId } : {} });
  return (
    <section className="card figure-card" aria-labelledby="stations">
      <h3 id="stations">{t.stations}</h3>
      <p className="soft">{t.stations_about}</p>
      <Shown asked={asked} skeleton={<Skeleton active />}>
        {(counts) => (
          <>
            <Kinds counts={counts} />
            {counts.by_street.length > 1 && <Streets counts={counts} />}
          </>
        )}
      </Shown>
    </section>
  );
}

function Kinds({ counts }: { counts: Counts }) {
  const t = useWords(words);
  const term = useTerm();
  // Under one street the list is that street's; above it, everything there is.
  const only = counts.by_street.length === 1 ? counts.by_street[0]?.union_id : undefined;
  return (
    <dl className="counts counts-small">
      {counts.by_kind.map(({ kind, stations }) => (
        <div key={kind} className="count">
          <dt>{term(stationKinds[kind])}</dt>
          <dd>
            <Link to={stationsAt({ kind, street_id: only })}>{t.unit_stations(number(stations))}</Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Streets({ counts }: { counts: Counts }) {
  const t = useWords(words);
  const most = Math.max(1, ...counts.by_street.map((street) => street.stations));
  return (
    <details className="streets">
      <summary>{t.by_street}</summary>
      <div className="figure-scroll" tabIndex={0} role="group" aria-label={t.by_street}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{t.street}</th>
              <th scope="col">{t.stations}</th>
            </tr>
          </thead>
          <tbody>
            {counts.by_street.map((street) => (
              <tr key={street.union_id}>
                <th scope="row">{street.name}</th>
                <td className="with-mark">
                  <span className="mark" style={{ width: `${(street.stations / most) * 100}%` }} aria-hidden="true" />
                  <Link to={stationsAt({ street_id: street.union_id })}>{number(street.stations)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <td>{number(counts.by_street.reduce((sum, street) => sum + street.stations, 0))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
