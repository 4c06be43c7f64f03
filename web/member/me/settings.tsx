import { useState } from 'preact/hooks';
import { announce } from '../shell/announce.ts';
import { Page } from '../shell/page.tsx';
import { go } from '../shell/router.ts';
import { session, signOut } from '../shell/session.ts';
import { chooseElder, chooseLanguage, settings } from '../shell/settings.ts';
import { t } from '../words.ts';

export function SettingsPage() {
  const { elder, language } = settings.use();
  const { state } = session.use();
  const words = t();
  return (
    <Page title={words.settings} parent="/mine">
      <label class="card switch">
        <span>
          {words.elder}
          <span class="small">{words.elderHint}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={elder}
          checked={elder}
          onChange={(event) => chooseElder(event.currentTarget.checked)}
        />
      </label>
      <fieldset class="card">
        <legend>{words.language}</legend>
        <label class="point">
          <input type="radio" name="language" checked={language === 'zh'} onChange={() => chooseLanguage('zh')} />
          <span lang="zh-CN">中文</span>
        </label>
        <label class="point">
          <input type="radio" name="language" checked={language === 'en'} onChange={() => chooseLanguage('en')} />
          <span lang="en">English</span>
        </label>
      </fieldset>
      {state === 'member' && <SignOut />}
    </Page>
  );
}

function SignOut() {
  const [busy, setBusy] = useState(false);
  const [unheard, setUnheard] = useState(false);
  const words = t();
  async function leave() {
    setBusy(true);
    try {
      await signOut();
      announce(words.signedOut);
      go('/mine', true);
    } catch {
      setUnheard(true);
      setBusy(false);
    }
  }
  return (
    <section class="card">
      {unheard && (
        <p class="field-error" role="alert">
          {words.signOutUnheard}
        </p>
      )}
      <button type="button" class="second-button wide" disabled={busy} onClick={() => void leave()}>
        {words.signOut}
      </button>
      <p class="small">{words.signOutHint}</p>
    </section>
  );
}
