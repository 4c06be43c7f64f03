import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { common, useWords } from '../words.ts';

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

export const usePhone = (): boolean => useMedia('(max-width: 767px)');

interface BesideProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What a row opens: beside the list where there is room, so that one can go on through it; above it on a phone. */
export function Beside({ title, open, onClose, children }: BesideProps) {
  const t = useWords(common);
  const wide = useMedia('(min-width: 1200px)');
  useEffect(() => {
    if (!open || !wide) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [open, wide, onClose]);
  if (!wide) {
    return (
      <Drawer open={open} onClose={onClose} title={title} size={420} destroyOnHidden>
        {children}
      </Drawer>
    );
  }
  if (!open) return null;
  return (
    <aside className="card beside" aria-label={title}>
      <div className="beside-head">
        <h2>{title}</h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={t.close} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
