import { allotment } from './allotment.ts';
import { care } from './care.ts';
import { desk } from './desk.ts';
import type { CallOf, ReplyOf } from './endpoint.ts';
import { ledger } from './ledger.ts';
import { members } from './members.ts';
import { roster } from './roster.ts';
import { signin } from './signin.ts';
import { stations } from './stations.ts';
import { unions } from './unions.ts';

/** Everything the server can be asked, keyed by method and path. */
export const api = {
  ...signin,
  ...stations,
  ...care,
  ...allotment,
  ...members,
  ...roster,
  ...ledger,
  ...unions,
  ...desk,
};
export type Api = typeof api;
export type ApiKey = keyof Api;
export type Call<K extends ApiKey> = CallOf<Api[K]>;
export type Reply<K extends ApiKey> = ReplyOf<Api[K]>;
