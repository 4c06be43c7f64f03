import type { ReactNode } from 'react';
import { Link } from '../shell/router.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import { entriesAt, type FigureQuery } from './filters.ts';
import { words } from './words.ts';

export interface FigureRow {
  key: string | number;
  name: ReactNode;
  services: number;
  people: number;
  recorded?: number;
  reported?: number;
  query: FigureQuery;
}

interface FigureTableProps {
  id: string;
  title: string;
  first: string;
  rows: FigureRow[];
  total: { services: number; people: number; query: FigureQuery };
}

/** A number that opens the list it was counted from. */
const Figure = ({ n, query }: { n: number; query: FigureQuery }) => <Link to={entriesAt(query)}>{number(n)}</Link>;

/** One line: what it is of, its numbers, and a mark as long as its share of the most. */
function Row({ row, sources, most }: { row: FigureRow; sources: boolean; most: number }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {sources && (
        <>
          <td>
            <Figure n={row.recorded ?? 0} query={{ ...row.query, source: 'recorded' }} />
          </td>
          <td>
            <Figure n={row.reported ?? 0} query={{ ...row.query, source: 'reported' }} />
          </td>
        </>
      )}
      <td className="with-mark">
        <span className="mark" style={{ width: `${(Math.max(0, row.services) / most) * 100}%` }} aria-hidden="true" />
        <Figure n={row.services} query={row.query} />
      </td>
      <td>
        <Figure n={row.people} query={row.query} />
      </td>
    </tr>
  );
}

/** A plain table: it prints, reads aloud and copies into a report as it stands. */
export function FigureTable({ id, title, first, rows, total }: FigureTableProps) {
  const t = useWords(words);
  const sources = rows.some((row) => row.recorded !== undefined);
  const most = Math.max(1, ...rows.map((row) => row.services));
  return (
    <section className="card figure-card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {/* Wider than a phone: it scrolls by itself, by keyboard too. */}
      <div className="figure-scroll" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {sources && (
                <>
                  <th scope="col">{t.recorded}</th>
                  <th scope="col">{t.reported}</th>
                </>
              )}
              <th scope="col">{t.services}</th>
              <th scope="col">{t.people}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} sources={sources} most={most} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              {sources && (
                <>
                  <td>{number(rows.reduce((sum, row) => sum + (row.recorded ?? 0), 0))}</td>
                  <td>{number(rows.reduce((sum, row) => sum + (row.reported ?? 0), 0))}</td>
                </>
              )}
              <td>
                <Figure n={total.services} query={total.query} />
              </td>
              <td>
                <Figure n={total.people} query={total.query} /> <small>{t.once}</small>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="soft figure-note">{t.not_additive}</p>
    </section>
  );
}
