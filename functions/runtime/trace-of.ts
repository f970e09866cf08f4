import { createHash } from "node:crypto";
import type { SQSRecord } from "aws-lambda";
import * as z from "zod";
import { traced } from "../../shared/storage/trace.ts";
import type { ApiEvent } from "./serve.ts";

const length = 16;

/**
 * Returns the trace of a request: of the key by which its sender makes a write once, so that the same write sent again
 * is the same trace; else the gateway's id of the request. Of the key only a hash, since the key itself is its sender's.
 */
export function traceOfRequest({ headers, requestContext }: ApiEvent): string {
  const key = headers["idempotency-key"];
  return key ? createHash("sha256").update(key).digest("base64url").slice(0, length) : requestContext.requestId;
}

/** An outcome that the mail service reports, with the tags that its mail was sent with. */
const outcome = z.object({
  detail: z.object({ mail: z.object({ tags: z.object({ trace: z.tuple([z.string().max(64)]) }) }) }),
});

/**
 * Returns the trace that a message of a queue goes on with: the one that our functions send beside it, or that the tag of its
 * mail names; else the message is the first of its own.
 */
export function traceOfMessage(
  body: unknown,
  { messageId, messageAttributes }: Pick<SQSRecord, "messageId"> & Partial<Pick<SQSRecord, "messageAttributes">>,
): string {
  const reported = outcome.safeParse(body);
  return messageAttributes?.["trace"]?.stringValue ?? reported.data?.detail.mail.tags.trace[0] ?? messageId;
}

const image = z.object({ trace: z.object({ S: z.string().max(64) }) });

/** Returns the trace that an item of a stream was written in; undefined if it bears none, as one that was deleted. */
export function traceOfImage(item: unknown): string | undefined {
  return image.safeParse(item).data?.trace.S;
}

/** Runs something in the trace of an item of a stream; in none of its own if the item bears none. */
export function tracedAs<Result>(item: unknown, run: () => Result): Result {
  const trace = traceOfImage(item);
  return trace === undefined ? run() : traced(trace, run);
}
