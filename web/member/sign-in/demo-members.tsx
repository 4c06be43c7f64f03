import { useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import type { SessionReply } from '../../../contract/signin.ts';
import { occupations } from '../../../contract/words.ts';
import { Icon } from '../shell/icons.tsx';
import { languageNow } from '../shell/settings.ts';
import { Notice, wordsOf } from '../shell/states.tsx';
import { t } from '../words.ts';
import { arrive, type Sent, sendCode } from './sign-in.tsx';

type DemoMember = NonNullable<SessionReply['demo']>['members'][number];

/** Invented people, each signed in with one tap by the same two requests a real phone makes. */
export function DemoMembers({ members, setSent }: { members: DemoMember[]; setSent: (sent: Sent) => void }) {
  const [busy, setBusy] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const words = t();

  async function be(phone: string) {
    setBusy(phone);
    setTrouble(null);
    try {
      const sent = await sendCode(phone);
      if (sent.demo_code) arrive(await call('POST /api/session/member', { body: { phone, code: sent.demo_code } }));
      else setSent(sent);
    } catch (cause) {
      setTrouble(cause);
      setBusy('');
    }
  }

  return (
    <section>
      <h2>{words.demoChoose}</h2>
      {trouble !== null && (
        <Notice tone="care" title={wordsOf(trouble).title} focus>
          <p>{wordsOf(trouble).next}</p>
        </Notice>
      )}
      <ul class="links card">
        {members.map((member) => (
          <li key={member.phone}>
            <button type="button" disabled={busy !== ''} onClick={() => void be(member.phone)}>
              <Icon name="person" />
              <span>
                {busy === member.phone ? words.signingIn : member.name}
                <span class="small">
                  {occupations[member.occupation][languageNow()]} · {member.union}
                </span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
