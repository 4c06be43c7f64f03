import { z } from 'zod';
import { type RefusalCode, refusals } from './refusals.ts';

const codes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]];

/** A refusal inside an answer (why a member may not claim), already in the reader's language. */
export const refusalWords = z.object({ code: z.enum(codes), reason: z.string(), next: z.string() });

/** The body of every answer that is not 2xx. `fields` names what to correct; `incident` finds a bug in the log. */
export const refusalReply = z.object({
  refusal: refusalWords.extend({
    fields: z.array(z.object({ path: z.string(), label: z.string(), message: z.string() })).optional(),
    incident: z.string().optional(),
  }),
});
export type RefusalReply = z.output<typeof refusalReply>;
