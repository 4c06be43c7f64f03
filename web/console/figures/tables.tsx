import { programmes } from '../../../contract/words.ts';
import { Link } from '../shell/router.tsx';
import { useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { FigureTable } from './figure-table.tsx';
import type { Figures } from './figures-page.tsx';
import { type FigureQuery, figuresAt, monthWithin } from './filters.ts';
import { words } from './words.ts';

interface TableProps {
  figures: Figures;
  query: FigureQuery & { from: string; to: string };
}

export function ByProgramme({ figures, query }: TableProps) {
  const t = useWords(words);
  const term = useTerm();
  const rows = figures.by_programme.map((row) => ({
    ...row,
    key: row.programme,
    name: term(programmes[row.programme]),
    query: { ...query, programme: row.programme },
  }));
  return (
    <FigureTable
      id="by-programme"
      title={t.by_programme}
      first={t.programme}
      rows={rows}
      total={{ ...figures.total, query }}
    />
  );
}

/** The branches right below; a branch's name opens its own figures. */
export function ByUnion({ figures, query }: TableProps) {
  const t = useWords(words);
  const c = useWords(common);
  const rows = figures.by_union.map(({ union, services, people }) => {
    const own = union.union_id === figures.union.union_id;
    const below = { ...query, union_id: union.union_id };
    return {
      key: union.union_id,
      name: own ? t.own(union.name) : <Link to={figuresAt(below)}>{union.name}</Link>,
      services,
      people,
      query: own ? { ...below, own: 'true' as const } : below,
    };
  });
  return (
    <FigureTable id="by-union" title={t.by_union} first={c.branch} rows={rows} total={{ ...figures.total, query }} />
  );
}

export function ByMonth({ figures, query }: TableProps) {
  const t = useWords(words);
  const time = useTime();
  const rows = figures.by_month.map(({ month, services, people }) => ({
    key: month,
    name: time.month(month),
    services,
    people,
    query: { ...query, ...monthWithin(month, query) },
  }));
  return (
    <FigureTable id="by-month" title={t.by_month} first={t.month} rows={rows} total={{ ...figures.total, query }} />
  );
}
