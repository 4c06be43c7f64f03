import '../ui/tokens.css';
import './shell/base.css';
import './shell/parts.css';
import './shell/screens.css';
import { render } from 'preact';
import { App, fetchLaterScreens } from './shell/app.tsx';
import { startRouter } from './shell/router.ts';
import { askSession } from './shell/session.ts';
import { applySettings, settings } from './shell/settings.ts';

startRouter();
const root = document.getElementById('app');
void applySettings()
  // Without the other dictionary the page opens in Chinese.
  .catch(() => applySettings({ ...settings.get(), language: 'zh' }))
  .then(() => {
    if (root) render(<App />, root);
    return askSession();
  })
  .then(fetchLaterScreens);
addEventListener('online', () => void askSession());

// The shell and the vouchers open without a network. In development files change under their names: no worker there.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
