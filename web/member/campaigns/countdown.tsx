import { useEffect, useState } from 'preact/hooks';
import { nowByServer } from '../shell/clock.ts';
import { t } from '../words.ts';

const second_ms = 1000;

function wordsOfWait(wait_ms: number): string {
  const seconds = Math.ceil(wait_ms / second_ms);
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return t().countdown(days, clock);
}

/** Counts down by the server's clock, then asks how it stands. */
export function Countdown({ until, over }: { until: string; over: () => void }) {
  const [, tick] = useState(0);
  const wait = Date.parse(until) - nowByServer();
  const soon = wait <= 0;
  useEffect(() => {
    // At zero the server decides, and is asked every few seconds until it says that it has opened.
    const timer = setInterval(() => (soon ? over() : tick((n) => n + 1)), soon ? 3 * second_ms : second_ms);
    if (soon) over();
    return () => clearInterval(timer);
  }, [soon, over]);
  return (
    <p class="countdown" role="timer">
      {soon ? (
        t().startsSoon
      ) : (
        <>
          {t().startsIn} <b>{wordsOfWait(wait)}</b>
        </>
      )}
    </p>
  );
}
