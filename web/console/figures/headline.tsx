import { Link } from '../shell/router.tsx';
import { number } from '../shell/time.ts';
import { useWords } from '../words.ts';
import type { Figures } from './figures-page.tsx';
import { entriesAt, type FigureQuery } from './filters.ts';
import { words } from './words.ts';

/** The three numbers a report starts with. */
export function Headline({ figures, query }: { figures: Figures; query: FigureQuery }) {
  const t = useWords(words);
  const { total, care } = figures;
  const numbers = [
    {
      name: t.total_services,
      text: t.unit_services(number(total.services)),
      about: t.services_about,
      to: entriesAt(query),
    },
    { name: t.total_people, text: t.unit_people(number(total.people)), about: t.people_about, to: entriesAt(query) },
    {
      name: t.care_people,
      text: t.unit_people(number(care.people)),
      about: t.care_about(number(care.services)),
      to: entriesAt({ ...query, care: 'true' }),
    },
  ];
  return (
    <dl className="counts">
      {numbers.map(({ name, text, about, to }) => (
        <div key={name} className="count">
          <dt>{name}</dt>
          <dd>
            <Link to={to}>{text}</Link>
          </dd>
          <dd className="soft count-about">{about}</dd>
        </div>
      ))}
    </dl>
  );
}
