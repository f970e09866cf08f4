import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { problemOf, type Refusal } from "../../shared/contract/refusals.ts";
import type { Audience } from "../../shared/contract/route.ts";

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/**
 * Returns a refusal as the gateway's answer, said to the audience `to`: the status of its kind,
 * `application/problem+json`, and a header `retry-after` if the refusal has `retryAfterSeconds`.
 */
export function replyTo(refusal: Refusal, to?: Audience): APIGatewayProxyStructuredResultV2 {
  const problem = problemOf(refusal, to);
  return {
    statusCode: problem.status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      ...(refusal.retryAfterSeconds === undefined ? {} : { "retry-after": String(refusal.retryAfterSeconds) }),
    },
    body: JSON.stringify(problem),
  };
}

/**
 * Returns an answer as the gateway's, in JSON and never cached; an answer of status 204 has no body, whatever `value`
 * is.
 */
export function replyWith(status: number, value: unknown): APIGatewayProxyStructuredResultV2 {
  if (status === 204) return { statusCode: 204, headers };
  return {
    statusCode: status,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(value),
  };
}
