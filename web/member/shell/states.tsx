import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Refused, Unreachable } from '../../../contract/call.ts';
import { momentOf, timeOf } from '../../ui/format.ts';
import { t } from '../words.ts';
import { Icon, type IconName } from './icons.tsx';
import type { Loaded } from './load.ts';
import { askSession } from './session.ts';
import { languageNow } from './settings.ts';

interface NoticeProps {
  tone: 'done' | 'info' | 'care' | 'wrong';
  title: string;
  children?: ComponentChildren;
  /** Moves the focus here when it appears: it is the answer to what the reader just did. */
  focus?: boolean;
}

const toneIcons: Record<NoticeProps['tone'], IconName> = { done: 'check', info: 'info', care: 'info', wrong: 'alert' };

export function Notice({ tone, title, children, focus = false }: NoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus, title]);
  return (
    <section class={`notice ${tone}`}>
      <h2 ref={heading} tabIndex={-1}>
        <Icon name={toneIcons[tone]} />
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What the server's refusal, or its silence, says to the reader. */
export function wordsOf(trouble: unknown): { title: string; next: string } {
  if (trouble instanceof Refused) return { title: trouble.refusal.reason, next: trouble.refusal.next };
  if (trouble instanceof Unreachable) return { title: t().noNetwork, next: t().noNetworkNext };
  throw trouble;
}

/** Nothing could be shown: what happened, what is kept, what to do. */
export function Trouble({ trouble, again }: { trouble: unknown; again: () => void }) {
  const { title, next } = wordsOf(trouble);
  const lapsed = trouble instanceof Refused && trouble.status === 401;
  useEffect(() => {
    // The session ran out: once that is known, the screen offers to sign in again.
    if (lapsed) void askSession();
  }, [lapsed]);
  return (
    <Notice tone="care" title={title}>
      <p>{next}</p>
      <button type="button" class="main-button" onClick={again}>
        {t().again}
      </button>
    </Notice>
  );
}

/** Says how old the content is when the network is away. */
export function Age({ loaded }: { loaded: Pick<Loaded<unknown>, 'data' | 'at' | 'trouble' | 'reload'> }) {
  if (!loaded.trouble || loaded.data === null) return null;
  const today = new Date(loaded.at).toDateString() === new Date().toDateString();
  const when = today ? timeOf(loaded.at) : momentOf(loaded.at, languageNow());
  return (
    <p class="age" role="status">
      <Icon name="info" />
      <span>{t().shownAsOf(when)}</span>
      <button type="button" class="quiet" onClick={loaded.reload}>
        {t().again}
      </button>
    </p>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Grey shapes where the content will stand; the sentence appears only when the wait grows long. */
export function Waiting({ what, shapes = 3, tall = false }: { what: string; shapes?: number; tall?: boolean }) {
  return (
    <div class="waiting" role="status">
      <p>{what}</p>
      <div aria-hidden="true">
        {Array.from({ length: shapes }, (_, n) => (
          <div key={n} class={tall && n === 0 ? 'shape tall' : 'shape'} />
        ))}
      </div>
    </div>
  );
}
