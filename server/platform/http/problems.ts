import { z } from 'zod';
import { type FieldLabel, labels } from '../../../contract/common.ts';
import type { Language } from '../../../contract/endpoint.ts';
import type { FieldProblem } from '../refusal.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with which field, said in both languages by the names people know the fields by. */
export function problemsOf(schema: z.ZodType, error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.join('.'),
    label: labelAt(schema, issue.path),
    message: messageOf(issue),
  }));
}

/** Follows a path through the schema and returns the last name met on it. */
function labelAt(schema: z.ZodType, path: readonly PropertyKey[]): FieldLabel {
  let label: FieldLabel | undefined;
  let current: z.ZodType | undefined = schema;
  for (const step of [null, ...path]) {
    if (step !== null && current) current = child(current, step);
    for (let inner: z.ZodType | undefined = current; inner; inner = unwrap(inner)) label = labels.get(inner) ?? label;
  }
  const last = path.filter((step) => typeof step === 'string').at(-1);
  return label ?? { zh: String(last ?? '内容'), en: String(last ?? 'Content') };
}

function unwrap(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.unwrap() as z.ZodType;
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  return undefined;
}

function child(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  let inner: z.ZodType | undefined = schema;
  while (inner && !(inner instanceof z.ZodObject) && !(inner instanceof z.ZodArray)) inner = unwrap(inner);
  if (inner instanceof z.ZodObject) return (inner.shape as Record<string, z.ZodType>)[String(step)];
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

const say = (zh: string, en: string): Record<Language, string> => ({ zh, en });

function messageOf(issue: Issue): Record<Language, string> {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      if (issue.origin === 'string')
        return say(`请缩短到 ${issue.maximum} 个字以内`, `Shorten to at most ${issue.maximum} characters`);
      if (issue.origin === 'array') return say(`最多 ${issue.maximum} 项`, `At most ${issue.maximum}`);
      return say(`请填写不大于 ${issue.maximum} 的数`, `Enter ${issue.maximum} or less`);
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return say('请填写', 'Fill this in');
      if (issue.expected === 'int' || issue.expected === 'number') return say('请填写整数', 'Enter a whole number');
      return say('请按要求填写', `Enter a ${issue.expected}`);
    case 'invalid_format':
      return formatProblem(issue.format);
    case 'invalid_value':
      return say('请从给出的选项里选', 'Choose one of the options');
    default:
      return say('请检查这一项', 'Check this');
  }
}

function tooSmall(issue: Issue & { code: 'too_small' }): Record<Language, string> {
  if (issue.origin === 'array') return say(`请至少选 ${issue.minimum} 项`, `Choose at least ${issue.minimum}`);
  if (issue.origin === 'string')
    return issue.minimum === 1
      ? say('请填写', 'Fill this in')
      : say(`请至少写 ${issue.minimum} 个字`, `Enter at least ${issue.minimum} characters`);
  return say(`请填写不小于 ${issue.minimum} 的数`, `Enter ${issue.minimum} or more`);
}

function formatProblem(format: string): Record<Language, string> {
  if (format === 'datetime') return say('请填写有效的日期和时间', 'Enter a real date and time');
  if (format === 'date') return say('请填写有效的日期，如 2026-07-01', 'Enter a real date, such as 2026-07-01');
  if (format === 'uuid') return say('编号不对，请刷新页面', 'The id is not valid; reload the page');
  return say('格式不对，请核对位数', 'This does not look right; check the digits');
}
