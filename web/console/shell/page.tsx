import { type ReactNode, useEffect } from 'react';
import { common, useWords } from '../words.ts';
import { Link } from './router.tsx';

interface PageProps {
  title: string;
  /** One sentence under the title, where the page needs one. */
  about?: ReactNode;
  /** Where this page was opened from. */
  from?: { to: string; name: string };
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page: its name, what one can do on it, its content. */
export function Page({ title, about, from, actions, narrow, children }: PageProps) {
  const t = useWords(common);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t]);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <div className="page-head">
        <div className="page-name">
          {from && (
            <Link to={from.to} className="page-from">
              ‹ {from.name}
            </Link>
          )}
          <h1>{title}</h1>
          {about && <p className="soft">{about}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
