import type { Vault } from '../../../server/platform/crypto.ts';

/** What the story needs of the server that loads it. */
export interface DemoTools {
  readonly vault: Vault;
  /** The story ends yesterday evening in Beijing, whatever the hour it is loaded at. */
  readonly now: Date;
  hashPassword(password: string): Promise<string>;
  /** Everybody's in the demo. */
  readonly password: string;
  issueVoucher(claim_id: string): { key_id: number; code_index: Buffer };
  say(line: string): void;
}
