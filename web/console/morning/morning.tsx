import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { useAsk } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { PlacesBar } from '../shell/places-bar.tsx';
import { Link } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number, useTime } from '../shell/time.ts';
import { common, useWords } from '../words.ts';
import { words } from './words.ts';

type Morning = Reply<'GET /api/desk/morning'>;

/** Of what changed, as many as one reads standing. */
const few = 8;

/** What an officer needs first: what is running, what runs short, what changed. */
export default function MorningPage() {
  const t = useWords(words);
  const time = useTime();
  const asked = useAsk('GET /api/desk/morning', {});
  return (
    <Page title={t.title} about={time.now()}>
      <Shown asked={asked} skeleton={<MorningSkeleton />}>
        {(morning) => (
          <div className="morning">
            <Running running={morning.running} />
            <Short short={morning.short} />
            <Changes changes={morning.changes} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Running({ running }: { running: Morning['running'] }) {
  const t = useWords(words);
  const time = useTime();
  const can = useCan();
  return (
    <section className="card morning-running" aria-labelledby="running">
      <h2 id="running">{t.running}</h2>
      {running.length === 0 && (
        <Blank title={t.running_none}>
          {can('campaign.write') && <Link to="/campaigns/new">{t.new_campaign}</Link>}
        </Blank>
      )}
      <ul className="rows">
        {running.map((campaign) => (
          <li key={campaign.campaign_id} className="row">
            <div className="row-head">
              <Link to={`/campaigns/${campaign.campaign_id}`}>{campaign.title}</Link>
              <span className="soft">{t.closes(time.moment(campaign.closes_at))}</span>
            </div>
            <PlacesBar {...campaign} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Short({ short }: { short: Morning['short'] }) {
  const t = useWords(words);
  return (
    <section className="card" aria-labelledby="short">
      <h2 id="short">{t.short}</h2>
      {short.length === 0 ? <p className="soft">{t.short_none}</p> : <p className="soft">{t.short_about}</p>}
      <ul className="rows">
        {short.map((point) => (
          <li key={`${point.campaign_id} ${point.station}`} className="row">
            <div className="row-head">
              <span>{point.station}</span>
              <span className="honey">{t.left(number(point.left), number(point.capacity))}</span>
            </div>
            <Link to={`/campaigns/${point.campaign_id}`} className="soft-link">
              {point.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ changes }: { changes: Morning['changes'] }) {
  const t = useWords(words);
  const c = useWords(common);
  const time = useTime();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, few);
  return (
    <section className="card" aria-labelledby="changes">
      <h2 id="changes">{t.changes}</h2>
      {changes.length === 0 && <p className="soft">{t.changes_none}</p>}
      <ol className="rows">
        {shown.map((change, index) => (
          <li key={`${change.at} ${index}`} className="row">
            <span>{change.what}</span>
            <span className="soft">
              {change.by} · <time dateTime={change.at}>{time.moment(change.at)}</time>
            </span>
          </li>
        ))}
      </ol>
      {changes.length > shown.length && (
        <Button type="link" className="more-rows" onClick={() => setAll(true)}>
          {c.show_all(number(changes.length))}
        </Button>
      )}
    </section>
  );
}

const MorningSkeleton = () => (
  <div className="morning">
    {['running', 'short', 'changes'].map((name) => (
      <div key={name} className={name === 'running' ? 'card morning-running' : 'card'}>
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    ))}
  </div>
);
