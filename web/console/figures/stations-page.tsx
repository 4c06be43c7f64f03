import { Select, Table } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { stationKinds } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { usePhone } from '../shell/beside.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { Page } from '../shell/page.tsx';
import { useAddress } from '../shell/router.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

type Station = Reply<'GET /api/stations'>['stations'][number];
const pageSize = 20;
const kinds = Object.keys(stationKinds) as (keyof typeof stationKinds)[];

/** The stations a count was made of. */
export function StationsPage() {
  const t = useWords(words);
  const term = useTerm();
  const address = useAddress();
  const kind = kinds.find((one) => one === address.get('kind'));
  const streetId = Number(address.get('street_id')) || undefined;
  const streets = useAsk('GET /api/streets', {});
  const asked = useAsk('GET /api/stations', {
    query: { q: address.get('q'), kind, street_id: streetId, page: address.get('page') ?? 1 },
  });
  const set = (name: string) => (value: string | number | undefined) => address.set({ [name]: value, page: undefined });
  return (
    <Page title={t.station_list} from={{ to: '/figures', name: t.back }}>
      <div className="tools">
        <SearchBox label={t.station_search} address={address} shortcut />
        <Select
          className="filter"
          allowClear
          aria-label={t.kind}
          placeholder={t.kind}
          value={kind}
          options={kinds.map((value) => ({ value, label: term(stationKinds[value]) }))}
          onChange={set('kind')}
        />
        <Select
          className="filter-wide"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t.street}
          placeholder={t.street}
          value={streetId}
          options={streets.data?.streets.map((street) => ({ value: street.union_id, label: street.name })) ?? []}
          onChange={set('street_id')}
        />
      </div>
      <Shown asked={asked}>
        {(reply) =>
          reply.total === 0 ? (
            <Blank title={t.station_none} />
          ) : (
            <>
              <Stations stations={reply.stations} loading={asked.loading} />
              <ListFoot
                said={t.stations_total(number(reply.total))}
                page={reply.page}
                pageSize={pageSize}
                total={reply.total}
              />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

function Stations({ stations, loading }: { stations: Station[]; loading: boolean }) {
  const t = useWords(words);
  const term = useTerm();
  const c = useWords(common);
  const phone = usePhone();
  return (
    <Table<Station>
      rowKey="station_id"
      size="middle"
      dataSource={stations}
      loading={loading}
      pagination={false}
      columns={[
        { title: t.station_name, dataIndex: 'name', key: 'name' },
        { title: t.kind, key: 'kind', render: (_, station) => term(stationKinds[station.kind]) },
        { title: c.branch, key: 'street', render: (_, station) => station.street.name, hidden: phone },
        { title: t.address, dataIndex: 'address', key: 'address' },
        { title: t.hours, dataIndex: 'hours_text', key: 'hours', hidden: phone },
      ]}
    />
  );
}
