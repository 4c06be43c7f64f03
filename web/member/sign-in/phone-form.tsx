import { useState } from 'preact/hooks';
import { t } from '../words.ts';
import { Field, type Wrong, WrongSummary, wrongOf } from './field.tsx';
import { type Sent, sendCode } from './sign-in.tsx';

/** Digits as people type and paste them: full-width, spaced, with +86. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');

export function PhoneForm({ after, setSent }: { after: boolean; setSent: (sent: Sent) => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>(null);
  const words = t();

  async function send(event: Event) {
    event.preventDefault();
    const phone = plain(typed);
    if (!/^1[3-9]\d{9}$/.test(phone)) return setWrong({ field: words.phoneWrong });
    setBusy(true);
    try {
      setSent(await sendCode(phone));
    } catch (cause) {
      setWrong(wrongOf(cause));
      setBusy(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      {after && <h2>{words.orByPhone}</h2>}
      <WrongSummary wrong={wrong} field_id="phone" />
      <Field
        id="phone"
        label={words.phoneNumber}
        hint={words.phoneHint}
        wrong={wrong}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class={after ? 'second-button wide' : 'main-button wide'} disabled={busy}>
        {busy ? words.sending : words.sendCode}
      </button>
    </form>
  );
}
