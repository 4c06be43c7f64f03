import { Table } from 'antd';
import { usePhone } from '../shell/beside.tsx';
import { PlacesBar } from '../shell/places-bar.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import type { Campaign } from './phase-tag.tsx';
import { words } from './words.ts';

type Lot = Campaign['lots'][number];

/** How each collection point stands, with the sums below. */
export function Board({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  const phone = usePhone();
  return (
    <section aria-labelledby="board">
      <h2 id="board">{t.points}</h2>
      {phone ? <BoardCards campaign={campaign} /> : <BoardTable campaign={campaign} />}
    </section>
  );
}

function BoardCards({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  return (
    <ul className="cards">
      {campaign.lots.length > 1 && (
        <li className="card card-sum">
          <strong>{t.sum}</strong>
          <PlacesBar {...campaign} />
        </li>
      )}
      {campaign.lots.map((lot) => (
        <li key={lot.lot_id} className="card">
          <strong>{lot.name}</strong>
          <PlacesBar {...lot} />
        </li>
      ))}
    </ul>
  );
}

function BoardTable({ campaign }: { campaign: Campaign }) {
  const t = useWords(words);
  const figure = (of: (lot: Lot) => number) => (_: unknown, lot: Lot) => number(of(lot));
  const right = { align: 'right', className: 'figures', width: 100 } as const;
  return (
    <Table<Lot>
      rowKey="lot_id"
      size="middle"
      dataSource={campaign.lots}
      pagination={false}
      columns={[
        { title: t.point, dataIndex: 'name', key: 'name' },
        { title: t.progress, key: 'bar', width: '32%', render: (_, lot) => <PlacesBar {...lot} silent /> },
        { title: t.capacity, key: 'capacity', render: figure((lot) => lot.capacity), ...right },
        { title: t.claimed, key: 'granted', render: figure((lot) => lot.granted), ...right },
        { title: t.collected, key: 'redeemed', render: figure((lot) => lot.redeemed), ...right },
        { title: t.left, key: 'left', render: figure((lot) => lot.capacity - lot.granted), ...right },
      ]}
      summary={() => (
        <Table.Summary.Row className="sum-row">
          <Table.Summary.Cell index={0}>{t.sum}</Table.Summary.Cell>
          <Table.Summary.Cell index={1}>
            <PlacesBar {...campaign} silent />
          </Table.Summary.Cell>
          {[campaign.capacity, campaign.granted, campaign.redeemed, campaign.capacity - campaign.granted].map(
            (sum, index) => (
              <Table.Summary.Cell key={`${index} ${sum}`} index={index + 2} align="right" className="figures">
                {number(sum)}
              </Table.Summary.Cell>
            ),
          )}
        </Table.Summary.Row>
      )}
    />
  );
}
