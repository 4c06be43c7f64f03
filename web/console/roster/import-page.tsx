import { useState } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { useAsk } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { Link } from '../shell/router.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number } from '../shell/time.ts';
import { common, useWords } from '../words.ts';
import { Decision } from './decision.tsx';
import { Sample, WrongRows } from './rows.tsx';
import { words } from './words.ts';

export type RosterImport = Reply<'GET /api/desk/roster-imports/:import_id'>;

/** One import: its preview until it is decided, then its result. */
export function ImportPage({ importId }: { importId: number }) {
  const t = useWords(words);
  const asked = useAsk('GET /api/desk/roster-imports/:import_id', { params: { import_id: importId } });
  const [decided, setDecided] = useState<RosterImport | null>(null);
  return (
    <Page title={t.title} about={t.about} from={{ to: '/roster', name: t.title }}>
      <Shown asked={asked}>
        {(read) => {
          const shown = decided ?? read;
          if (shown.state === 'discarded') {
            return (
              <Blank title={t.discarded}>
                <Link to="/roster">{t.another}</Link>
              </Blank>
            );
          }
          return <Import shown={shown} onDecided={setDecided} />;
        }}
      </Shown>
    </Page>
  );
}

function Import({ shown, onDecided }: { shown: RosterImport; onDecided: (decided: RosterImport) => void }) {
  const t = useWords(words);
  const c = useWords(common);
  return (
    <div className="stack">
      <p className="soft">{t.preview_of(shown.file_name, shown.union.name)}</p>
      <Counts shown={shown} />
      <Decision shown={shown} onDecided={onDecided} />
      {shown.wrong_rows.length > 0 && <WrongRows shown={shown} />}
      {shown.sample.length > 0 && shown.state === 'previewed' && <Sample sample={shown.sample} />}
      <section className="card columns-read">
        <div>
          <h2 className="small-head">{t.columns_used}</h2>
          <p>{shown.columns_used.join(c.comma)}</p>
        </div>
        {shown.columns_ignored.length > 0 && (
          <div>
            <h2 className="small-head">{t.columns_ignored}</h2>
            <p>{shown.columns_ignored.join(c.comma)}</p>
          </div>
        )}
      </section>
    </div>
  );
}

function Counts({ shown }: { shown: RosterImport }) {
  const t = useWords(words);
  const counts = [
    {
      name: shown.state === 'committed' ? t.added_people : t.new_people,
      n: shown.new,
      about: t.new_about,
      tone: 'leaf',
    },
    { name: t.known_people, n: shown.known, about: t.known_about, tone: 'plain' },
    {
      name: t.wrong_rows,
      n: shown.wrong,
      about: shown.wrong > 0 ? t.wrong_about : t.wrong_none,
      tone: shown.wrong > 0 ? 'honey' : 'plain',
    },
  ];
  return (
    <dl className="counts">
      {counts.map(({ name, n, about, tone }) => (
        <div key={name} className={`count count-${tone}`}>
          <dt>{name}</dt>
          <dd>{number(n)}</dd>
          <dd className="soft count-about">{about}</dd>
        </div>
      ))}
    </dl>
  );
}
