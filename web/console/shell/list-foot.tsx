import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { usePhone } from './beside.tsx';
import { useAddress } from './router.tsx';

interface ListFootProps {
  /** How many there are in all, in words. */
  said?: ReactNode;
  page: number;
  pageSize: number;
  total: number;
}

/** The total and the pages of a list; the page stays in the address. */
export function ListFoot({ said, page, pageSize, total }: ListFootProps) {
  const address = useAddress();
  const phone = usePhone();
  return (
    <div className="list-foot">
      <span>{said}</span>
      <Pagination
        size={phone ? 'small' : 'medium'}
        current={page}
        pageSize={pageSize}
        total={total}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={(next) => address.set({ page: next, open: undefined })}
      />
    </div>
  );
}
