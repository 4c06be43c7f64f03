import { Skeleton } from 'antd';
import { common, useWords } from '../words.ts';

/** A page on its way, in the shape of one. */
export function Waiting() {
  const t = useWords(common);
  return (
    <div className="waiting" role="status" aria-label={t.loading} aria-busy="true">
      <Skeleton active title={{ width: 160 }} paragraph={{ rows: 8 }} />
    </div>
  );
}
