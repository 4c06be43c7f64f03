import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Address } from './router.tsx';
import { useSettled } from './stations.tsx';

interface SearchBoxProps {
  label: string;
  address: Address;
  /** `/` puts the cursor here, as in most lists one lives in. */
  shortcut?: boolean;
}

/** Searches as one types; what is searched for stays in the address as `q`. */
export function SearchBox({ label, address, shortcut }: SearchBoxProps) {
  const q = address.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed);
  const box = useRef<InputRef>(null);
  const said = useRef(q);

  // Back and forward change the address under the box.
  useEffect(() => {
    if (q !== said.current) {
      said.current = q;
      setTyped(q);
    }
  }, [q]);
  useEffect(() => {
    const next = settled.trim();
    if (next === said.current) return;
    said.current = next;
    address.set({ q: next, page: undefined, open: undefined }, { replace: true });
  }, [settled, address]);
  useEffect(() => {
    if (!shortcut) return;
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, [shortcut]);

  return (
    <Input
      ref={box}
      className="search-box"
      type="search"
      prefix={<SearchOutlined />}
      placeholder={label}
      aria-label={label}
      value={typed}
      maxLength={50}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
