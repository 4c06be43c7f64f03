import { usePath } from '../shell/router.tsx';
import { ImportPage } from './import-page.tsx';
import { UploadPage } from './upload-page.tsx';

/** A roster on its way in: `/roster` takes the file, `/roster/12` is its preview and later its result. */
export default function RosterPage() {
  const importId = Number(usePath().split('/')[2]);
  return importId > 0 ? <ImportPage key={importId} importId={importId} /> : <UploadPage />;
}
