import { useWords } from '../words.ts';
import type { Place } from './places.tsx';
import { Link } from './router.tsx';
import { words } from './words.ts';

interface MenuProps {
  places: readonly Place[];
  here: Place | undefined;
}

/** Only the places this post needs. Plain links: they open in a new tab, can be copied and read aloud. */
export function SideMenu({ places, here }: MenuProps) {
  const t = useWords(words);
  return (
    <nav className="side" aria-label={t.places}>
      {places.map((place) => (
        <Link key={place.key} to={place.path} className="side-link" aria-current={place === here ? 'page' : undefined}>
          {place.icon}
          <span>{t[place.key] as string}</span>
        </Link>
      ))}
    </nav>
  );
}
