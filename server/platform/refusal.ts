import type { Language } from '../../contract/endpoint.ts';
import { type RefusalCode, type RefusalFacts, refusals } from '../../contract/refusals.ts';

/** Facts may differ by language (a name of an occupation): then they come as a function of it. */
export type Facts = RefusalFacts | ((language: Language) => RefusalFacts);

/** What to correct, by the path of the field in what was sent. */
export interface FieldProblem {
  readonly path: string;
  readonly label: Record<Language, string>;
  readonly message: Record<Language, string>;
}

/** A rule said no. Thrown anywhere below a route, it rolls the transaction back and reaches the asker in their language. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: Facts;
  readonly fields: readonly FieldProblem[];
  constructor(code: RefusalCode, facts: Facts = {}, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}

/** A field the schema lets through but a rule does not. */
export function fieldRefusal(
  code: RefusalCode,
  path: string,
  label: Record<Language, string>,
  facts: Facts = {},
): Refusal {
  const words = refusals[code];
  return new Refusal(code, facts, [
    { path, label, message: { zh: `${words.zh.reason}${words.zh.next}`, en: `${words.en.reason} ${words.en.next}` } },
  ]);
}

/** Not there, or not visible to this actor: the same answer. */
export const notFound = () => new Refusal('not_found');

export interface Sentence {
  code: RefusalCode;
  reason: string;
  next: string;
}

/** The refusal as a person reads it. */
export function sentenceOf(code: RefusalCode, facts: Facts, language: Language): Sentence {
  const known = typeof facts === 'function' ? facts(language) : facts;
  const fill = (text: string) => text.replace(/\{([a-z_]+)\}/g, (_, name: string) => String(known[name] ?? ''));
  const words = refusals[code][language];
  return { code, reason: fill(words.reason), next: fill(words.next) };
}
