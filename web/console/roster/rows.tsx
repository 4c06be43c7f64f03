import { Table } from 'antd';
import { usePhone } from '../shell/beside.tsx';
import { number } from '../shell/time.ts';
import { common, useWords } from '../words.ts';
import type { RosterImport } from './import-page.tsx';
import { words } from './words.ts';

/** Each row that cannot come in, with every reason, numbered as the sheet numbers it. */
export function WrongRows({ shown }: { shown: RosterImport }) {
  const t = useWords(words);
  return (
    <section aria-labelledby="wrong-rows">
      <h2 id="wrong-rows">{t.wrong_title(number(shown.wrong))}</h2>
      <Table
        rowKey="row"
        size="middle"
        dataSource={shown.wrong_rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t.row, dataIndex: 'row', width: 72, align: 'right', className: 'figures' },
          { title: t.name, dataIndex: 'name', width: 120 },
          {
            title: t.problems,
            key: 'problems',
            render: (_, row) => (
              <ul className="plain-list">
                {row.problems.map((problem) => (
                  <li key={`${problem.column} ${problem.message}`}>
                    <b>{problem.column}</b> {problem.message}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The first rows as they would come in, so that a person sees that the columns landed right. */
export function Sample({ sample }: { sample: RosterImport['sample'] }) {
  const t = useWords(words);
  const c = useWords(common);
  const phone = usePhone();
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{t.sample}</h2>
      <Table
        rowKey="row"
        size="middle"
        dataSource={sample}
        pagination={false}
        columns={[
          { title: t.row, dataIndex: 'row', width: 72, align: 'right', className: 'figures', hidden: phone },
          { title: t.name, dataIndex: 'name' },
          { title: t.id_number, dataIndex: 'id_number_masked', className: 'figures' },
          { title: t.phone, dataIndex: 'phone_masked', className: 'figures', hidden: phone },
          { title: c.occupation, dataIndex: 'occupation' },
        ]}
      />
    </section>
  );
}
