import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { common, useWords } from '../words.ts';
import type { Asked } from './ask.ts';
import type { Failure } from './failure.ts';
import { useTime } from './time.ts';

/** What went wrong, what is kept and what to do, where a whole page or card could not be shown. */
export function FailurePanel({ failure, again }: { failure: Failure; again?: () => void }) {
  const t = useWords(common);
  const refusal = failure.kind === 'refused' ? failure.refusal : null;
  const mayChange = failure.kind === 'unreachable' || failure.status >= 500 || failure.status === 429;
  return (
    <div className="blank" role="alert">
      <p className="blank-title">{refusal ? refusal.reason : t.unreachable}</p>
      <p className="soft">{refusal ? refusal.next : t.unreachable_next}</p>
      {refusal?.incident && <p className="soft">{t.incident(refusal.incident)}</p>}
      {again && mayChange && <Button onClick={again}>{t.again}</Button>}
    </div>
  );
}

/** The same beside the button that was pressed: the form stays as it is. */
export function FailureNotice({ failure, again }: { failure: Failure | null; again?: () => void }) {
  const t = useWords(common);
  if (!failure) return null;
  const refusal = failure.kind === 'refused' ? failure.refusal : null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={refusal ? refusal.reason : t.unreachable}
      description={
        <>
          {refusal ? refusal.next : t.unreachable_next}
          {refusal?.fields && refusal.fields.length > 0 && (
            <ul className="plain-list">
              {refusal.fields.map((field) => (
                <li key={field.path}>
                  {field.label}: {field.message}
                </li>
              ))}
            </ul>
          )}
        </>
      }
      action={again && <Button onClick={again}>{t.again}</Button>}
    />
  );
}

/** Nothing here yet, and what to do about it. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="blank">
      <p className="blank-title">{title}</p>
      {children && <div className="soft">{children}</div>}
    </div>
  );
}

interface ShownProps<T> {
  asked: Asked<T>;
  /** In the shape of what will come. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows an answer in each of its states: on its way, here, here but old, refused, unreachable. */
export function Shown<T>({ asked, skeleton, children }: ShownProps<T>) {
  const t = useWords(common);
  const time = useTime();
  const { data, failure, arrived, again } = asked;
  if (data === null && failure) return <FailurePanel failure={failure} again={again} />;
  if (data === null) {
    return (
      <div aria-busy="true" aria-label={t.loading} role="status">
        {skeleton ?? <Skeleton active paragraph={{ rows: 6 }} />}
      </div>
    );
  }
  return (
    <>
      {failure && arrived !== null && (
        <Alert
          type="warning"
          showIcon
          className="old"
          title={failure.kind === 'refused' ? failure.refusal.reason : t.unreachable}
          description={t.as_of(time.moment(new Date(arrived).toISOString()))}
          action={
            <Button size="small" onClick={again}>
              {t.again}
            </Button>
          }
        />
      )}
      {children(data)}
    </>
  );
}
