import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../contract/call.ts';
import { t } from '../words.ts';
import { Field, type Wrong, WrongSummary, wrongOf } from './field.tsx';
import { arrive, type Sent, sendCode } from './sign-in.tsx';

interface CodeProps {
  sent: Sent;
  setSent: (sent: Sent) => void;
  otherPhone: () => void;
}

export function CodeForm({ sent, setSent, otherPhone }: CodeProps) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>(null);
  const words = t();
  const { phone, demo_code } = sent;
  useEffect(() => document.getElementById('code')?.focus(), []);

  async function enterCode(event: Event) {
    event.preventDefault();
    const digits = code.normalize('NFKC').replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return setWrong({ field: words.codeMissing });
    setBusy(true);
    try {
      arrive(await call('POST /api/session/member', { body: { phone, code: digits } }));
    } catch (cause) {
      setWrong(wrongOf(cause));
      setBusy(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void enterCode(event)}>
      <WrongSummary wrong={wrong} field_id="code" />
      {demo_code && (
        <div class="demo-code">
          <p>{words.demoCode(demo_code)}</p>
          <button type="button" class="quiet framed" onClick={() => setCode(demo_code)}>
            {words.demoFill}
          </button>
        </div>
      )}
      <Field
        id="code"
        label={words.code}
        hint={words.codeHint(phone, sent.valid_minutes)}
        wrong={wrong}
        type="text"
        class="code-input"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <button type="submit" class="main-button wide" disabled={busy}>
        {busy ? words.signingIn : words.signIn}
      </button>
      <SendAgain sent={sent} setSent={setSent} setWrong={setWrong} />
      <button type="button" class="quiet wide" onClick={otherPhone}>
        {words.otherPhone}
      </button>
    </form>
  );
}

function SendAgain({
  sent,
  setSent,
  setWrong,
}: Pick<CodeProps, 'sent' | 'setSent'> & { setWrong: (wrong: Wrong) => void }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((sent.again_at - Date.now()) / 1000);
  async function again() {
    try {
      setSent(await sendCode(sent.phone));
      setWrong(null);
    } catch (cause) {
      setWrong(wrongOf(cause));
    }
  }
  return (
    <button type="button" class="quiet wide" disabled={seconds > 0} onClick={() => void again()}>
      {seconds > 0 ? t().sendAgainIn(seconds) : t().sendAgain}
    </button>
  );
}
