import { useEffect } from 'preact/hooks';

/** Keeps the screen lit while a voucher is shown; where the phone cannot, nothing happens. */
export function useStayAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const got = await navigator.wakeLock.request('screen');
        if (here) lock = got;
        else void got.release();
      } catch {
        // Not offered, or the battery is low.
      }
    };
    void hold();
    // The phone lets go when the page is hidden.
    document.addEventListener('visibilitychange', hold);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
