import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { entrySources, occupations, programmes } from '../../../contract/words.ts';
import type { Address } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { BranchSelect } from '../shell/unions.tsx';
import { common, useTerm, useWords } from '../words.ts';
import { type FigureQuery, type Preset, presets, spanOf } from './filters.ts';
import { words } from './words.ts';

interface FigureFiltersProps {
  address: Address;
  query: FigureQuery & { from: string; to: string };
}

export function FigureFilters({ address, query }: FigureFiltersProps) {
  const t = useWords(words);
  const c = useWords(common);
  const can = useCan();
  const term = useTerm();
  const set = (name: string) => (value: string | number | undefined | null) =>
    address.set({ [name]: value, care: undefined, own: undefined });
  const optionsOf = (table: Record<string, { zh: string; en: string }>) =>
    Object.entries(table).map(([value, entry]) => ({ value, label: term(entry) }));
  const selects = [
    { name: 'programme', label: t.programme, table: programmes, value: query.programme },
    { name: 'occupation', label: c.occupation, table: occupations, value: query.occupation },
    { name: 'source', label: t.source, table: entrySources, value: query.source },
  ] as const;
  const filtered = query.union_id ?? query.programme ?? query.occupation ?? query.source ?? query.care ?? query.own;
  return (
    <div className="tools no-print">
      {can('union.read') && (
        <BranchSelect className="filter-wide" allowClear value={query.union_id as number} onChange={set('union_id')} />
      )}
      <Span address={address} query={query} />
      {selects.map(({ name, label, table, value }) => (
        <Select
          key={name}
          className="filter"
          allowClear
          aria-label={label}
          placeholder={label}
          value={value}
          options={optionsOf(table)}
          onChange={set(name)}
        />
      ))}
      {filtered && (
        <Button
          type="link"
          onClick={() =>
            address.set({
              union_id: undefined,
              programme: undefined,
              occupation: undefined,
              source: undefined,
              care: undefined,
              own: undefined,
            })
          }
        >
          {c.clear}
        </Button>
      )}
    </div>
  );
}

/** The usual spans one tap away; two days for any other. */
function Span({ address, query }: FigureFiltersProps) {
  const t = useWords(words);
  const current = presets.find((preset) => {
    const span = spanOf(preset);
    return span.from === query.from && span.to === query.to;
  });
  const [custom, setCustom] = useState(false);
  const shown: Preset | 'custom' = custom ? 'custom' : (current ?? 'custom');
  const choose = (chosen: Preset | 'custom') => {
    setCustom(chosen === 'custom');
    if (chosen !== 'custom') address.set(spanOf(chosen));
  };
  return (
    <>
      <Segmented<Preset | 'custom'>
        name="span"
        aria-label={t.span}
        value={shown}
        options={[
          ...presets.map((preset) => ({ value: preset, label: t[preset] })),
          { value: 'custom' as const, label: t.custom },
        ]}
        onChange={choose}
      />
      {shown === 'custom' && (
        <DatePicker.RangePicker
          allowClear={false}
          aria-label={t.span}
          value={[dayjs(query.from), dayjs(query.to)]}
          onChange={(days) => {
            const [from, to] = days ?? [];
            if (from && to) address.set({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
          }}
        />
      )}
    </>
  );
}
