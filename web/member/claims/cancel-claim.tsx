import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimCard } from '../../../contract/allotment.ts';
import { call } from '../../../contract/call.ts';
import { outdate } from '../shell/load.ts';
import { wordsOf } from '../shell/states.tsx';
import { t } from '../words.ts';

/** Gives the place back, after saying what that means. */
export function CancelClaim({ claim, done }: { claim: ClaimCard; done: (card: ClaimCard) => void }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const words = t();
  useEffect(() => {
    if (asking) dialog.current?.showModal();
  }, [asking]);

  async function cancel() {
    setBusy(true);
    setTrouble(null);
    try {
      const card = await call('PUT /api/claims/:claim_id/cancellation', { params: { claim_id: claim.claim_id } });
      outdate('campaigns mine');
      dialog.current?.close();
      done(card);
    } catch (cause) {
      setTrouble(cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <button type="button" class="quiet wide" onClick={() => setAsking(true)}>
        {words.cancelClaim}
      </button>
      {asking && (
        <dialog ref={dialog} class="card" aria-labelledby="cancel-title" onClose={() => setAsking(false)}>
          <h2 id="cancel-title">{words.cancelAsk}</h2>
          <p>{words.cancelWhat(claim.item)}</p>
          {trouble !== null && (
            <p class="field-error" role="alert">
              {wordsOf(trouble).title} {wordsOf(trouble).next}
            </p>
          )}
          <button type="button" class="main-button wide" onClick={() => dialog.current?.close()}>
            {words.cancelNo}
          </button>
          <button type="button" class="second-button wide" disabled={busy} onClick={() => void cancel()}>
            {busy ? words.cancelling : words.cancelYes}
          </button>
        </dialog>
      )}
    </>
  );
}
