/** A start that cannot go on, said in both languages: what happened and the way out. Shown without a stack. */
export class StartRefusal extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'StartRefusal';
    this.zh = zh;
    this.en = en;
  }
}
