import { z } from 'zod';

/** The languages every sentence exists in. Chinese is spoken first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One thing the server can be asked, as data: the server validates by it, the web apps are typed by it and the
 * OpenAPI document is written from it, so that the three cannot disagree.
 */
export interface Endpoint {
  /** One sentence for the API's reader. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Set where the body is a file and not JSON: the media types accepted. */
  readonly file?: readonly string[];
  /** What comes back; `fileReply` where it is a file. */
  readonly reply: z.ZodType;
  /** Set where the reply is a file and not JSON: its media type. */
  readonly file_reply?: string;
}

/** Keeps the literal type of an endpoint while checking its shape. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a caller hands over for an endpoint: only the parts the endpoint has. */
export type CallOf<E extends Endpoint> = (E extends { params: z.ZodType } ? { params: Input<E['params']> } : object) &
  (E extends { query: z.ZodType } ? { query?: Input<E['query']> } : object) &
  (E extends { body: z.ZodType } ? { body: Input<E['body']> } : object) &
  (E extends { file: readonly string[] } ? { file: Blob } : object);

/** What a caller gets back. */
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>;

/** An empty reply: the thing was done and there is nothing to say. */
export const done = z.object({ done: z.literal(true) });
