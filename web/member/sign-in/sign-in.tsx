import { useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import type { SessionReply } from '../../../contract/signin.ts';
import { announce } from '../shell/announce.ts';
import { forgetLoaded } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { enter, session } from '../shell/session.ts';
import { t } from '../words.ts';
import { CodeForm } from './code-form.tsx';
import { DemoMembers } from './demo-members.tsx';
import { PhoneForm } from './phone-form.tsx';
import { goBackFromSignIn, returning } from './returning.ts';

/** A code that was sent, and until when what holds. */
export interface Sent {
  phone: string;
  demo_code: string | null;
  again_at: number;
  valid_minutes: number;
}

export async function sendCode(phone: string): Promise<Sent> {
  const sent = await call('POST /api/session/codes', { body: { phone } });
  announce(t().codeSent);
  return {
    phone,
    demo_code: sent.demo_code ?? null,
    again_at: Date.now() + sent.again_after_seconds * 1000,
    valid_minutes: Math.round(sent.valid_seconds / 60),
  };
}

/** Takes the member in and goes back to where they were. Nothing another person loaded stays. */
export function arrive(reply: SessionReply): void {
  forgetLoaded();
  enter(reply);
  goBackFromSignIn();
}

export function SignInPage() {
  const { demo } = session.use();
  const [sent, setSent] = useState<Sent | null>(null);
  const item = returning()?.item;
  const words = t();
  return (
    <Page title={words.signInTitle} parent="/mine">
      <p>{item ? words.signInToClaim(item) : words.signInWhy}</p>
      {demo && <p class="demo-line">{words.demoLine}</p>}
      {sent ? (
        <CodeForm sent={sent} setSent={setSent} otherPhone={() => setSent(null)} />
      ) : (
        <>
          {demo && <DemoMembers members={demo.members} setSent={setSent} />}
          <PhoneForm after={demo !== null} setSent={setSent} />
        </>
      )}
    </Page>
  );
}
