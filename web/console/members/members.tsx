import type { Call } from '../../../contract/index.ts';
import { membershipStates, occupations } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { Beside } from '../shell/beside.tsx';
import { ColumnChoice } from '../shell/column-choice.tsx';
import { useKeptColumns } from '../shell/kept-columns.ts';
import { Page } from '../shell/page.tsx';
import { type Address, useAddress } from '../shell/router.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { Shown } from '../shell/states.tsx';
import { useWords } from '../words.ts';
import { MemberCard } from './member-card.tsx';
import { MemberFilters } from './member-filters.tsx';
import { choosable, MemberTable } from './member-table.tsx';
import { words } from './words.ts';

type Query = NonNullable<Call<'GET /api/desk/members'>['query']>;
const pageSize = 50;

function queryOf(address: Address): Query {
  const occupation = address.get('occupation');
  const state = address.get('membership_state');
  return {
    q: address.get('q'),
    union_id: address.get('union_id'),
    ...(occupation && occupation in occupations ? { occupation: occupation as keyof typeof occupations } : {}),
    ...(state && state in membershipStates ? { membership_state: state as keyof typeof membershipStates } : {}),
    page: address.get('page') ?? 1,
    page_size: pageSize,
  };
}

/** The register: search first, filters in the address, a row opens beside the list. */
export default function MembersPage() {
  const t = useWords(words);
  const address = useAddress();
  const asked = useAsk('GET /api/desk/members', { query: queryOf(address) });
  const [columns, setColumns] = useKeptColumns('members', ['id_number', 'phone', 'occupation', 'union', 'state']);
  const open = Number(address.get('open')) || null;
  const close = () => address.set({ open: undefined }, { replace: true });
  const labels = useWords(choosable);
  return (
    <Page title={t.title} about={t.about}>
      <div className="tools">
        <SearchBox label={t.search} address={address} shortcut />
        <MemberFilters address={address} />
        <div className="tools-end no-phone">
          <ColumnChoice
            options={Object.entries(labels).map(([value, label]) => ({ value, label }))}
            chosen={columns}
            onChange={setColumns}
          />
        </div>
      </div>
      <div className={open ? 'list-and-beside is-open' : 'list-and-beside'}>
        <div className="list">
          <Shown asked={asked}>
            {(reply) => (
              <MemberTable
                reply={reply}
                pageSize={pageSize}
                columns={columns}
                loading={asked.loading}
                address={address}
                open={open}
              />
            )}
          </Shown>
          <p className="soft keys">{t.keys}</p>
        </div>
        <MemberBeside open={open} onClose={close} />
      </div>
    </Page>
  );
}

function MemberBeside({ open, onClose }: { open: number | null; onClose: () => void }) {
  const t = useWords(words);
  const asked = useAsk('GET /api/desk/members/:member_id', open ? { params: { member_id: open } } : null);
  const member = asked.data && asked.data.member_id === open ? asked.data : null;
  return (
    <Beside title={member?.name ?? t.title} open={open !== null} onClose={onClose}>
      <Shown asked={member ? asked : { ...asked, data: null }}>{(shown) => <MemberCard member={shown} />}</Shown>
    </Beside>
  );
}
