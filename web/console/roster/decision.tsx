import { App, Button } from 'antd';
import { useSend } from '../shell/ask.ts';
import { Link } from '../shell/router.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import type { RosterImport } from './import-page.tsx';
import { words } from './words.ts';

interface DecisionProps {
  shown: RosterImport;
  onDecided: (decided: RosterImport) => void;
}

/** What agreeing does, said before the button; afterwards what was done. */
export function Decision({ shown, onDecided }: DecisionProps) {
  const t = useWords(words);
  if (shown.state === 'committed') return <Done shown={shown} />;
  return (
    <section className="card decision">
      {shown.new > 0 ? (
        <p className="consequence">
          {t.agree_says(number(shown.new), shown.union.name)}
          {shown.wrong > 0 && <span className="soft"> {t.agree_leaves(number(shown.wrong))}</span>}
        </p>
      ) : (
        <p className="consequence">{t.nothing_new}</p>
      )}
      <Buttons shown={shown} onDecided={onDecided} />
    </section>
  );
}

function Buttons({ shown, onDecided }: DecisionProps) {
  const t = useWords(words);
  const { modal } = App.useApp();
  const commitment = useSend('PUT /api/desk/roster-imports/:import_id/commitment');
  const discarding = useSend('DELETE /api/desk/roster-imports/:import_id');
  const params = { import_id: shown.import_id };
  const agree = async () => {
    const committed = await commitment.send({ params }, { timeout_ms: 120_000 });
    if (committed) onDecided(committed);
  };
  const discard = () =>
    modal.confirm({
      title: t.discard_ask,
      content: t.discard_says,
      okText: t.discard,
      cancelText: t.keep,
      onOk: async () => {
        if (await discarding.send({ params })) onDecided({ ...shown, state: 'discarded' });
      },
    });
  return (
    <>
      <FailureNotice failure={commitment.failure ?? discarding.failure} />
      <div className="buttons">
        {shown.new > 0 && (
          <Button type="primary" size="large" loading={commitment.sending} onClick={agree}>
            {t.agree(number(shown.new))}
          </Button>
        )}
        <Button size="large" disabled={commitment.sending} onClick={discard}>
          {t.discard}
        </Button>
      </div>
    </>
  );
}

function Done({ shown }: { shown: RosterImport }) {
  const t = useWords(words);
  return (
    <section className="card decision done" role="status">
      <p className="consequence">{t.done(number(shown.new), shown.union.name)}</p>
      <p className="soft">{t.done_next}</p>
      <div className="buttons">
        <Link to={`/members?union_id=${shown.union.union_id}`}>{t.see_members}</Link>
        <Link to="/roster">{t.another}</Link>
      </div>
    </section>
  );
}
