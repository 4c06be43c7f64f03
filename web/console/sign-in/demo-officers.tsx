import { roles } from '../../../contract/words.ts';
import type { Session } from '../shell/session.tsx';
import { useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

type Staff = NonNullable<Session['demo']>['staff'];

/** The invented officers of the demo story, each one tap away from the form. */
export function DemoOfficers({ staff, fillIn }: { staff: Staff; fillIn: (login_name: string) => void }) {
  const t = useWords(words);
  const term = useTerm();
  return (
    <section className="card sign-in-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demo}</h2>
      <p className="soft">{t.demo_about}</p>
      <ul>
        {staff.map((officer) => (
          <li key={officer.login_name}>
            <button type="button" className="demo-officer" onClick={() => fillIn(officer.login_name)}>
              <strong>{officer.display_name}</strong>
              <code>{officer.login_name}</code>
              <span className="soft">
                {term(roles[officer.role])} · {officer.union}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
