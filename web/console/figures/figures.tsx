import { usePath } from '../shell/router.tsx';
import { EntriesPage } from './entries-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { StationsPage } from './stations-page.tsx';

/** `/figures`, and the lists its numbers were counted from. */
export default function FiguresDesk() {
  const what = usePath().split('/')[2];
  if (what === 'entries') return <EntriesPage />;
  return what === 'stations' ? <StationsPage /> : <FiguresPage />;
}
