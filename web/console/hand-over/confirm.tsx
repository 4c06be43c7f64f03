import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { occupations } from '../../../contract/words.ts';
import { useTime } from '../shell/time.ts';
import { useTerm, useWords } from '../words.ts';
import { words } from './words.ts';

interface ConfirmProps {
  check: Reply<'POST /api/desk/voucher-checks'>;
  sending: boolean;
  /** The button was pressed and no answer came. */
  unanswered: boolean;
  onConfirm: () => void;
  onLeave: () => void;
}

/** Who gets what, in letters one reads at arm's length, and one big button. */
export function Confirm({ check, sending, unanswered, onConfirm, onLeave }: ConfirmProps) {
  const t = useWords(words);
  const term = useTerm();
  const time = useTime();
  const item = useRef<HTMLHeadingElement>(null);
  useEffect(() => item.current?.focus(), []);
  return (
    <section className="card counter stack">
      <p className="soft">{check.title}</p>
      <h2 ref={item} tabIndex={-1} className="give">
        {check.item}
      </h2>
      <p className="give-to">
        <span className="soft">{t.holder}</span> <strong>{check.holder}</strong>
        <span className="soft"> {term(occupations[check.occupation])}</span>
      </p>
      <p className="soft">{t.collect_until(time.moment(check.collect_until))}</p>
      {unanswered && <Alert type="warning" role="alert" showIcon title={t.no_answer} description={t.no_answer_next} />}
      <Button type="primary" className="big" loading={sending} onClick={onConfirm}>
        {t.confirm}
      </Button>
      <p className="soft centre">{t.confirm_about}</p>
      <Button size="large" block disabled={sending} onClick={onLeave}>
        {t.not_now}
      </Button>
    </section>
  );
}
