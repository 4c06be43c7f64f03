import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useWords } from '../words.ts';
import type { Place } from './places.tsx';
import { Link } from './router.tsx';
import { LanguageSwitch, Post, SignOut } from './top-bar.tsx';
import { words } from './words.ts';

interface BarProps {
  places: readonly Place[];
  here: Place | undefined;
}

/** The menu of an officer's phone, under the thumb: four places, the rest one tap away. */
export function BottomBar({ places, here }: BarProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <nav className="bottom-bar" aria-label={t.places}>
      {places.slice(0, 4).map((place) => (
        <Link
          key={place.key}
          to={place.path}
          className="bottom-link"
          aria-current={place === here ? 'page' : undefined}
        >
          {place.icon}
          <span>{t[place.key] as string}</span>
        </Link>
      ))}
      <button type="button" className="bottom-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <MenuOutlined />
        <span>{t.more}</span>
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={<Post />}
        destroyOnHidden
      >
        <div className="more-places">
          {places.slice(4).map((place) => (
            <Link key={place.key} to={place.path} className="side-link" onClick={() => setOpen(false)}>
              {place.icon}
              <span>{t[place.key] as string}</span>
            </Link>
          ))}
          <div className="more-actions">
            <LanguageSwitch />
            <SignOut />
          </div>
        </div>
      </Drawer>
    </nav>
  );
}
