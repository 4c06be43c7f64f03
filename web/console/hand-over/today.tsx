import type { Reply } from '../../../contract/index.ts';
import type { Asked } from '../shell/ask.ts';
import { Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { useWords } from '../words.ts';
import { words } from './words.ts';

/** What was handed over here today, and how many are still to come. */
export function Today({ asked }: { asked: Asked<Reply<'GET /api/desk/redemptions'>> }) {
  const t = useWords(words);
  const time = useTime();
  return (
    <section className="card" aria-labelledby="today">
      <h2 id="today">{t.list}</h2>
      <Shown asked={asked}>
        {({ redemptions, today, waiting }) => (
          <>
            <dl className="counts counts-small">
              <div className="count count-leaf">
                <dt>{t.today}</dt>
                <dd>{t.pieces(number(today))}</dd>
              </div>
              <div className="count count-plain">
                <dt>{t.waiting}</dt>
                <dd>{t.pieces(number(waiting))}</dd>
              </div>
            </dl>
            {redemptions.length === 0 && <p className="soft">{t.list_none}</p>}
            <ol className="rows">
              {redemptions.map((redemption) => (
                <li key={redemption.redemption_id} className="row">
                  <div className="row-head">
                    <strong>{redemption.holder}</strong>
                    <time className="soft figures" dateTime={redemption.redeemed_at}>
                      {time.time(redemption.redeemed_at)}
                    </time>
                  </div>
                  <span className="soft">{redemption.item}</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Shown>
    </section>
  );
}
