import { Table } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { entrySources, occupations, programmes } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { usePhone } from '../shell/beside.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { Page } from '../shell/page.tsx';
import { useAddress } from '../shell/router.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { FigureFilters } from './figure-filters.tsx';
import { figuresAt, queryOf } from './filters.ts';
import { words } from './words.ts';

type Entry = Reply<'GET /api/desk/figures/entries'>['entries'][number];
const pageSize = 50;

/** The entries a figure was counted from; the address holds what was asked, so that it can be sent. */
export function EntriesPage() {
  const t = useWords(words);
  const time = useTime();
  const address = useAddress();
  const query = queryOf(address);
  const asked = useAsk('GET /api/desk/figures/entries', { query: { ...query, page: address.get('page') ?? 1 } });
  const phone = usePhone();
  const back = figuresAt({ ...query, care: undefined, own: undefined });
  return (
    <Page
      title={t.entries}
      from={{ to: back, name: t.back }}
      about={`${t.span_of(time.day(query.from), time.day(query.to))} · ${t.entries_from}`}
    >
      <FigureFilters address={address} query={query} />
      <Shown asked={asked}>
        {(reply) =>
          reply.total === 0 ? (
            <Blank title={t.entries_none}>{t.none_next}</Blank>
          ) : (
            <>
              <p className="entries-sum" role="status">
                {query.care && `${t.care} · `}
                {query.own && `${t.only_own} · `}
                {t.entries_total(number(reply.total), number(reply.services), number(reply.people))}
              </p>
              {phone ? (
                <EntryCards entries={reply.entries} />
              ) : (
                <Entries entries={reply.entries} loading={asked.loading} />
              )}
              <ListFoot page={reply.page} pageSize={pageSize} total={reply.total} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

function Entries({ entries, loading }: { entries: Entry[]; loading: boolean }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const time = useTime();
  return (
    <Table<Entry>
      rowKey="entry_id"
      size="middle"
      dataSource={entries}
      loading={loading}
      pagination={false}
      columns={[
        {
          title: t.happened_at,
          key: 'happened_at',
          className: 'figures',
          render: (_, entry) => time.moment(entry.happened_at),
        },
        { title: t.programme, key: 'programme', render: (_, entry) => term(programmes[entry.programme]) },
        {
          title: t.item,
          key: 'item',
          render: (_, entry) => (
            <>
              {entry.item}
              {entry.correction_of !== null && (
                <span className="soft"> {t.correction(String(entry.correction_of))}</span>
              )}
            </>
          ),
        },
        {
          title: t.quantity,
          key: 'quantity',

          align: 'right',
          className: 'figures',
          render: (_, entry) => number(entry.quantity),
        },
        {
          title: t.member,
          key: 'member',
          render: (_, entry) => entry.member?.name_masked ?? <span className="soft">{t.anonymous}</span>,
        },
        {
          title: c.occupation,
          key: 'occupation',

          render: (_, entry) => (entry.occupation ? term(occupations[entry.occupation]) : ''),
        },
        { title: c.branch, key: 'union', render: (_, entry) => entry.union.name },
        { title: t.place, key: 'place', render: (_, entry) => entry.place },
        { title: t.source, key: 'source', render: (_, entry) => term(entrySources[entry.source]) },
      ]}
    />
  );
}

/** On a phone each entry is a few short lines. */
function EntryCards({ entries }: { entries: Entry[] }) {
  const t = useWords(words);
  const term = useTerm();
  const time = useTime();
  return (
    <ul className="tap-list">
      {entries.map((entry) => (
        <li key={entry.entry_id} className="tap-row">
          <span className="tap-head">
            <strong>{entry.member?.name_masked ?? t.anonymous}</strong>
            <span className="soft figures">{time.moment(entry.happened_at)}</span>
          </span>
          <span>
            {entry.item} × {number(entry.quantity)}
          </span>
          <span className="soft">
            {[term(programmes[entry.programme]), entry.union.name, term(entrySources[entry.source])].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
