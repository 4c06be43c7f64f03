import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { common, useWords } from '../words.ts';

/** Catches a bug of ours, or a page file that a newer version of the server no longer has. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const t = useWords(common);
  return (
    <div className="blank" role="alert">
      <p className="blank-title">{t.broken}</p>
      <p className="soft">{t.broken_next}</p>
      <Button onClick={() => location.reload()}>{t.reopen}</Button>
    </div>
  );
}
