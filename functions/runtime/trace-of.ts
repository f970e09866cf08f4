import { createHash } from "node:crypto";
import type { SQSRecord } from "aws-lambda";
import * as z from "zod";
import { traced } from "../../shared/storage/check/trace.ts";
import type { ApiEvent } from "./serve.ts";

const length = 16;

/**
 * Returns the trace of a request: a hash of its header `idempotency-key`, so that a write sent again has the same
 * trace. Without this header, returns the gateway's id of the request.
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
 * Returns the trace that a queue's message goes on with: its attribute `trace`, which our functions send. Without the
 * attribute, returns the trace in the mail tags of an outcome that the mail service reports; without either, the id of
 * the message.
 */
export function traceOfMessage(
  body: unknown,
  { messageId, messageAttributes }: Pick<SQSRecord, "messageId"> & Partial<Pick<SQSRecord, "messageAttributes">>,
): string {
  const reported = outcome.safeParse(body);
  return messageAttributes?.["trace"]?.stringValue ?? reported.data?.detail.mail.tags.trace[0] ?? messageId;
}

const image = z.object({ trace: z.object({ S: z.string().max(64) }) });

/**
 * Returns the trace that a stream's item (DynamoDB's JSON) was written in. Undefined if the item has none or was
 * deleted.
 */
export function traceOfImage(item: unknown): string | undefined {
  return image.safeParse(item).data?.trace.S;
}

/**
 * Runs `run` in the trace that a stream's item was written in, and returns what `run` returns. If the item has no
 * trace, `run` stays in the trace of its caller, if any.
 */
export function tracedAs<Result>(item: unknown, run: () => Result): Result {
  const trace = traceOfImage(item);
  return trace === undefined ? run() : traced(trace, run);
}
