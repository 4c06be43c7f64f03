import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from '../../../contract/call.ts';
import { Icon } from '../shell/icons.tsx';
import { wordsOf } from '../shell/states.tsx';
import { t } from '../words.ts';

/** What is wrong with a form: a sentence for its one field, or a trouble with the whole. */
export type Wrong = { field: string } | { title: string; next: string } | null;

/** Which it is: `code_wrong` and field messages belong to the field, everything else to the form. */
export function wrongOf(cause: unknown): Wrong {
  if (cause instanceof Refused) {
    const { code, reason, next, fields } = cause.refusal;
    const message = fields?.[0]?.message;
    if (message) return { field: message };
    if (code === 'code_wrong') return { field: `${reason}${next}` };
  }
  return wordsOf(cause);
}

/** The summary above a form takes the focus and leads to the field. */
export function WrongSummary({ wrong, field_id }: { wrong: Wrong; field_id: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong) box.current?.focus();
  }, [wrong]);
  if (!wrong) return null;
  return (
    <div ref={box} class="notice wrong" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="alert" />
        {'field' in wrong ? t().problem : wrong.title}
      </h2>
      {'field' in wrong ? (
        <a
          class="touch"
          href={`#${field_id}`}
          onClick={(event) => (event.preventDefault(), document.getElementById(field_id)?.focus())}
        >
          {wrong.field}
        </a>
      ) : (
        <p>{wrong.next}</p>
      )}
    </div>
  );
}

type FieldProps = JSX.IntrinsicElements['input'] & { id: string; label: string; hint: string; wrong: Wrong };

export function Field({ id, label, hint, wrong, ...input }: FieldProps) {
  const message = wrong && 'field' in wrong ? wrong.field : null;
  return (
    <div class={message ? 'field has-error' : 'field'}>
      <label for={id}>{label}</label>
      <p class="small" id={`${id}-hint`}>
        {hint}
      </p>
      {message && (
        <p class="field-error" id={`${id}-error`}>
          {message}
        </p>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={message ? true : undefined}
        aria-describedby={`${id}-hint${message ? ` ${id}-error` : ''}`}
      />
    </div>
  );
}
