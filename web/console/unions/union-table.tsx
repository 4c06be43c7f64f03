import { Table, type TableColumnsType } from 'antd';
import { unionLevels } from '../../../contract/words.ts';
import { usePhone } from '../shell/beside.tsx';
import { Link } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { number, useTime } from '../shell/time.ts';
import type { UnionBranch, UnionNode } from '../shell/unions.tsx';
import { useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

type Row = UnionNode & { children?: Row[] };
const rowOf = ({ node, children }: UnionBranch): Row =>
  children.length > 0 ? { ...node, children: children.map(rowOf) } : { ...node };

interface UnionTableProps {
  branches: UnionBranch[];
  expanded: readonly number[];
  onExpand: (open: readonly number[]) => void;
}

export function UnionTable({ branches, expanded, onExpand }: UnionTableProps) {
  const t = useWords(words);
  const term = useTerm();
  const time = useTime();
  const can = useCan();
  const phone = usePhone();
  const columns: TableColumnsType<Row> = [
    { title: t.name, dataIndex: 'name', key: 'name' },
    { title: t.level, key: 'level', render: (_, row) => term(unionLevels[row.level]), hidden: phone },
    { title: t.code, key: 'code', className: 'figures', render: (_, row) => row.code, hidden: phone },
    {
      title: t.members,
      key: 'members',
      align: 'right',
      className: 'figures',
      render: (_, row) =>
        can('member.read') ? (
          <Link to={`/members?union_id=${row.union_id}`}>{number(row.members)}</Link>
        ) : (
          number(row.members)
        ),
    },
    {
      title: t.valid_from,
      key: 'valid_from',
      className: 'figures',
      render: (_, row) => time.day(row.valid_from),
      hidden: phone,
    },
  ];
  return (
    <Table<Row>
      rowKey="union_id"
      size="middle"
      columns={columns}
      dataSource={branches.map(rowOf)}
      pagination={false}
      expandable={{ expandedRowKeys: [...expanded], onExpandedRowsChange: (keys) => onExpand(keys.map(Number)) }}
    />
  );
}
