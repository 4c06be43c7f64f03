import { Descriptions } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { occupations, sexes } from '../../../contract/words.ts';
import { useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { MembershipTag } from './member-table.tsx';
import { joiningRoutes, words } from './words.ts';

/** One member with the history of their membership; numbers stay masked. */
export function MemberCard({ member }: { member: Reply<'GET /api/desk/members/:member_id'> }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const time = useTime();
  const facts = [
    [t.state, <MembershipTag key="state" state={member.membership_state} />],
    [c.branch, member.union.name],
    [c.occupation, term(occupations[member.occupation])],
    [t.platform, member.platform ?? c.none],
    [t.id_number, member.id_number_masked],
    [t.phone, member.phone_masked ?? t.no_phone],
    [t.sex, term(sexes[member.sex])],
    [t.birth_date, time.day(member.birth_date)],
    [t.joined_on, time.day(member.joined_on)],
  ] as const;
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        colon={false}
        items={facts.map(([label, children]) => ({ key: label, label, children }))}
      />
      <h2 className="small-head">{t.history}</h2>
      <ol className="history">
        {member.memberships.map((membership) => (
          <li key={`${membership.union.union_id} ${membership.valid_from} ${membership.state}`}>
            <strong>{membership.union.name}</strong> <MembershipTag state={membership.state} />
            <span className="soft">
              {membership.valid_to
                ? t.from_to(time.day(membership.valid_from), time.day(membership.valid_to))
                : t.since(time.day(membership.valid_from))}
              {joiningRoutes[membership.route] && ` · ${term(joiningRoutes[membership.route])}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
