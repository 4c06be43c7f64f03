import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Unreachable } from '../../../contract/call.ts';
import { t } from '../words.ts';
import { Page } from './page.tsx';
import { Trouble, Waiting } from './states.tsx';

/** A screen whose code is fetched when it is first shown. */
export function later<P extends object>(fetchScreen: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Ready: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    const bring = () => {
      setFailed(false);
      fetchScreen().then(
        (screen) => {
          Ready = screen;
          redraw((n) => n + 1);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!Ready) bring();
    }, []);
    if (Ready) return <Ready {...props} />;
    return (
      <Page title={t().app} parent="/" quietTitle>
        {failed ? <Trouble trouble={new Unreachable()} again={bring} /> : <Waiting what={t().wait} tall />}
      </Page>
    );
  };
}
