import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import ScanOutlined from '@ant-design/icons/ScanOutlined';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Reply } from '../../../contract/index.ts';
import type { Failure } from '../shell/failure.ts';
import { useTime } from '../shell/time.ts';
import { useWords } from '../words.ts';
import { words } from './words.ts';

type Next = (scanning: boolean) => void;

function Outcome({
  tone,
  icon,
  title,
  next,
  children,
}: {
  tone: 'done' | 'refused';
  icon: ReactNode;
  title: string;
  next: Next;
  children: ReactNode;
}) {
  const t = useWords(words);
  return (
    <section className={`card counter stack outcome outcome-${tone}`}>
      <div role={tone === 'done' ? 'status' : 'alert'} className="stack">
        <h2 className="outcome-title">
          {icon} {title}
        </h2>
        {children}
      </div>
      <Button type="primary" className="big" icon={<ScanOutlined />} onClick={() => next(window.isSecureContext)}>
        {t.next}
      </Button>
      <Button size="large" block onClick={() => next(false)}>
        {t.next_typed}
      </Button>
    </section>
  );
}

/** It is done, and the next one is a tap away. */
export function Handed({
  redemption,
  next,
}: {
  redemption: Reply<'PUT /api/desk/redemptions/:redemption_id'>;
  next: Next;
}) {
  const t = useWords(words);
  const time = useTime();
  return (
    <Outcome tone="done" icon={<CheckCircleFilled />} title={t.handed} next={next}>
      <p className="give">{redemption.item}</p>
      <p>
        <strong>{redemption.holder}</strong> <span className="soft">{time.moment(redemption.redeemed_at)}</span>
      </p>
    </Outcome>
  );
}

/** Why not, and what to say to the person who stands there. */
export function NotHanded({ failure, next }: { failure: Extract<Failure, { kind: 'refused' }>; next: Next }) {
  const t = useWords(words);
  return (
    <Outcome tone="refused" icon={<ExclamationCircleFilled />} title={t.refused} next={next}>
      <p className="outcome-reason">{failure.refusal.reason}</p>
      <p>{failure.refusal.next}</p>
    </Outcome>
  );
}
