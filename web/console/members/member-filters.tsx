import { Button, Select } from 'antd';
import { membershipStates, occupations } from '../../../contract/words.ts';
import type { Address } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { BranchSelect } from '../shell/unions.tsx';
import { common, useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

/** Branch, occupation, membership; each stays in the address. */
export function MemberFilters({ address }: { address: Address }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const can = useCan();
  const set = (name: string) => (value: string | number | undefined | null) =>
    address.set({ [name]: value, page: undefined, open: undefined });
  const optionsOf = (table: Record<string, { zh: string; en: string }>) =>
    Object.entries(table).map(([value, entry]) => ({ value, label: term(entry) }));
  const filtered = ['q', 'union_id', 'occupation', 'membership_state'].some((name) => address.get(name));
  const unionId = Number(address.get('union_id'));
  return (
    <>
      {can('union.read') && (
        <BranchSelect
          className="filter-wide"
          allowClear
          value={(unionId || undefined) as number}
          onChange={set('union_id')}
        />
      )}
      <Select
        className="filter"
        allowClear
        aria-label={c.occupation}
        placeholder={c.occupation}
        value={address.get('occupation')}
        options={optionsOf(occupations)}
        onChange={set('occupation')}
      />
      <Select
        className="filter"
        allowClear
        aria-label={t.state}
        placeholder={t.state}
        value={address.get('membership_state')}
        options={optionsOf(membershipStates)}
        onChange={set('membership_state')}
      />
      {filtered && (
        <Button
          type="link"
          onClick={() =>
            address.set({
              q: undefined,
              union_id: undefined,
              occupation: undefined,
              membership_state: undefined,
              page: undefined,
              open: undefined,
            })
          }
        >
          {c.clear}
        </Button>
      )}
    </>
  );
}
