import { useState } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { useSend } from '../shell/ask.ts';
import { clientId } from '../shell/client-id.ts';
import type { Failure } from '../shell/failure.ts';
import { Confirm } from './confirm.tsx';
import { Handed, NotHanded } from './outcome.tsx';
import type { Where } from './station-choice.tsx';
import { TakeVoucher } from './take-voucher.tsx';

type Check = Reply<'POST /api/desk/voucher-checks'>;
type Redemption = Reply<'PUT /api/desk/redemptions/:redemption_id'>;

/** One voucher on its way: taken, checked, handed over or refused. */
type Step =
  | { at: 'take'; scanning: boolean }
  | { at: 'confirm'; voucher: string; check: Check; redemption_id: string }
  | { at: 'handed'; redemption: Redemption }
  | { at: 'refused'; failure: Failure };

/** The counter: one voucher after the other. */
export function Counter({ station, onHanded }: { station: Where; onHanded: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'take', scanning: false });
  const checks = useSend('POST /api/desk/voucher-checks');
  const redemptions = useSend('PUT /api/desk/redemptions/:redemption_id');
  const next = (scanning: boolean) => {
    checks.forget();
    redemptions.forget();
    setStep({ at: 'take', scanning });
  };

  const look = async (voucher: string) => {
    const check = await checks.send({ body: { voucher, station_id: station.station_id } });
    // The id is made once a voucher: pressing again after a lost answer is the same hand-over.
    if (check) setStep({ at: 'confirm', voucher, check, redemption_id: clientId() });
  };
  const hand = async (given: Extract<Step, { at: 'confirm' }>) => {
    const body = { voucher: given.voucher, station_id: station.station_id };
    const redemption = await redemptions.send({ params: { redemption_id: given.redemption_id }, body });
    if (!redemption) return;
    setStep({ at: 'handed', redemption });
    onHanded();
  };

  const refused = [checks.failure, redemptions.failure].find((failure) => failure?.kind === 'refused');
  if (refused && step.at !== 'handed') return <NotHanded failure={refused} next={next} />;
  if (step.at === 'handed') return <Handed redemption={step.redemption} next={next} />;
  if (step.at === 'confirm') {
    return (
      <Confirm
        check={step.check}
        sending={redemptions.sending}
        unanswered={redemptions.failure !== null}
        onConfirm={() => void hand(step)}
        onLeave={() => next(false)}
      />
    );
  }
  return (
    <TakeVoucher
      scanning={step.at === 'take' && step.scanning}
      setScanning={(scanning) => setStep({ at: 'take', scanning })}
      looking={checks.sending}
      failure={checks.failure}
      onVoucher={(voucher) => void look(voucher)}
    />
  );
}
