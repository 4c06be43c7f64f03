import { Table, type TableColumnsType, Tag } from 'antd';
import type { KeyboardEvent } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { membershipStates, occupations, sexes } from '../../../contract/words.ts';
import { usePhone } from '../shell/beside.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import { type Address, Link } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { Blank } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { common, phrases, useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

type Members = Reply<'GET /api/desk/members'>;
type Member = Members['members'][number];

/** The columns one can choose; the name is always there. */
export const choosable = phrases({
  id_number: words.id_number,
  phone: words.phone,
  sex: words.sex,
  occupation: common.occupation,
  platform: words.platform,
  union: common.branch,
  state: words.state,
  joined_on: words.joined_on,
});

const stateColors = { active: 'success', in_transfer: 'warning', retained: 'default', ended: 'default' } as const;

export function MembershipTag({ state }: { state: Member['membership_state'] }) {
  const term = useTerm();
  return <Tag color={stateColors[state]}>{term(membershipStates[state])}</Tag>;
}

function useColumns(address: Address, chosen: string[]): TableColumnsType<Member> {
  const t = useWords(words);
  const label = useWords(choosable);
  const term = useTerm();
  const time = useTime();
  const cells: Record<string, (member: Member) => React.ReactNode> = {
    id_number: (member) => <span className="figures">{member.id_number_masked}</span>,
    phone: (member) => <span className="figures">{member.phone_masked ?? t.no_phone}</span>,
    sex: (member) => term(sexes[member.sex]),
    occupation: (member) => term(occupations[member.occupation]),
    platform: (member) => member.platform,
    union: (member) => member.union.name,
    state: (member) => <MembershipTag state={member.membership_state} />,
    joined_on: (member) => <span className="figures">{time.day(member.joined_on)}</span>,
  };
  return [
    {
      title: t.name,
      key: 'name',
      fixed: 'left',
      render: (_, member) => (
        <Link to={address.with({ open: member.member_id })} data-row="">
          {member.name}
        </Link>
      ),
    },
    ...Object.keys(choosable)
      .filter((key) => chosen.includes(key))
      .map((key) => ({
        title: label[key as keyof typeof choosable],
        key,
        render: (_: unknown, member: Member) => cells[key]?.(member),
      })),
  ];
}

/** The arrows go from row to row; Enter on a row's link opens it, as for any link. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

interface MemberTableProps {
  reply: Members;
  pageSize: number;
  columns: string[];
  loading: boolean;
  address: Address;
  open: number | null;
}

export function MemberTable({ reply, pageSize, columns, loading, address, open }: MemberTableProps) {
  const t = useWords(words);
  const phone = usePhone();
  const shown = useColumns(address, columns);
  if (reply.total === 0) return <NoMembers />;
  return (
    <div onKeyDown={walk} role="presentation">
      {phone ? (
        <MemberList members={reply.members} address={address} />
      ) : (
        <Table<Member>
          rowKey="member_id"
          size="middle"
          columns={shown}
          dataSource={reply.members}
          loading={loading}
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowClassName={(member) => (member.member_id === open ? 'row-open' : '')}
          onRow={(member) => ({ onClick: () => address.set({ open: member.member_id }, { replace: open !== null }) })}
        />
      )}
      <ListFoot said={t.total(number(reply.total))} page={reply.page} pageSize={pageSize} total={reply.total} />
    </div>
  );
}

function NoMembers() {
  const t = useWords(words);
  const can = useCan();
  return (
    <Blank title={t.none}>
      <p>{t.none_next}</p>
      {can('roster.import') && <Link to="/roster">{t.import}</Link>}
    </Blank>
  );
}

/** On a phone each member is one line to tap. */
function MemberList({ members, address }: { members: Member[]; address: Address }) {
  const term = useTerm();
  return (
    <ul className="tap-list">
      {members.map((member) => (
        <li key={member.member_id}>
          <Link to={address.with({ open: member.member_id })} data-row="">
            <span className="tap-head">
              <strong>{member.name}</strong>
              <MembershipTag state={member.membership_state} />
            </span>
            <span className="soft">
              {term(occupations[member.occupation])} · {member.union.name}
            </span>
            <span className="soft figures">{member.phone_masked}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
