import middy, { type MiddlewareObj, type MiddyfiedHandler } from "@middy/core";
import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import * as z from "zod";
import { sentenceFor } from "../../shared/contract/field-messages.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { Audience, Route } from "../../shared/contract/route.ts";
import { traced } from "../../shared/storage/check/trace.ts";
import { isPassing } from "../../shared/storage/dynamodb.ts";
import { type Environment, environment } from "./environment.ts";
import { frontDoor } from "./front-door.ts";
import { logCompleted, logFailure } from "./log.ts";
import { now } from "./now.ts";
import { releaseCheck } from "./release-check.ts";
import { replyTo, replyWith } from "./reply.ts";
import type { ApiEvent, Served } from "./serve.ts";
import { type TenantDeps, tenantInForce } from "./tenant-in-force.ts";
import { traceOfRequest } from "./trace-of.ts";

z.config({ customError: sentenceFor });

/**
 * Milliseconds before the function's own limit at which it answers instead of its handler. At the limit the platform
 * ends it, and the gateway answers in English. A write that was on its way is done, or is not: its key says which.
 */
const msToAnswer = 1000;
const retrySeconds = 5;
const tooLate = new Error("the handler ran out of time");

type ServedRoutes<Routes extends Record<string, Route>> = { readonly [Id in keyof Routes]: Served<Routes[Id]> };

export type ApiHandler = MiddyfiedHandler<ApiEvent, APIGatewayProxyStructuredResultV2, Error, Context>;

/**
 * Returns the Lambda handler of a function's routes, which logs one line per request. Answers what the route's handler
 * answers, or a problem: `not-through-the-front-door` (`frontDoor`) if the request did not come by the site's edge,
 * `route-not-found` if no route has the path, `out-of-time` if the handler has not answered one second before the
 * function's limit or throws a store's failure that passes, `unexpected` if it throws anything else.
 * @param served the handlers, or a function that returns the handlers for the instant of a request
 */
export function api<Routes extends Record<string, Route>>(
  routes: Routes,
  served: ServedRoutes<Routes> | ((now: string) => Promise<ServedRoutes<Routes>>),
  { originKey, otherOriginKey }: Pick<Environment, "originKey" | "otherOriginKey"> = environment(),
): ApiHandler {
  const audienceOf = new Map(
    Object.values(routes).map(({ method, path, audience }) => [`${method} /api${path}`, audience]),
  );
  const idOf = new Map(Object.entries(routes).map(([id, { method, path }]) => [`${method} /api${path}`, id]));
  return middy<ApiEvent, APIGatewayProxyStructuredResultV2>({
    timeoutEarlyInMillis: msToAnswer,
    timeoutEarlyResponse: () => {
      throw tooLate;
    },
  })
    .use(releaseCheck())
    .use(completed(audienceOf))
    .use(frontDoor(originKey, otherOriginKey))
    .handler(async (event) => {
      const id = idOf.get(event.routeKey);
      const at = now();
      const one = id === undefined ? undefined : (typeof served === "function" ? await served(at) : served)[id];
      if (!one) return replyTo(refused("route-not-found"));
      const answered = await traced(traceOfRequest(event), () => one.answer(event, at));
      return answered.ok ? replyWith(one.route.status, answered.value) : replyTo(answered, one.route.audience);
    });
}

/**
 * Returns the Lambda handler of a function's routes, which answers problems as `api` does. A request goes to the
 * handlers that `make` returns for `deps`, in which the tenant has the calendars and outages in force at the request's
 * instant. `make` is called again only when these have changed.
 */
export function apiInForce<Routes extends Record<string, Route>, Deps extends TenantDeps>(
  routes: Routes,
  deps: Deps,
  make: (depsNow: Deps) => ServedRoutes<Routes>,
): ApiHandler {
  return api(routes, tenantInForce(deps, make));
}

/** What the answer to a filing says of the claim: by its line in the log the claim of a code is found. */
const filed = z.object({ claimId: z.string(), code: z.string() });

function filedIn({ statusCode, body = "" }: APIGatewayProxyStructuredResultV2) {
  const { data } = filed.safeParse(statusCode === 201 && body !== "" ? JSON.parse(body) : undefined);
  return data && { claimId: data.claimId, code: data.code };
}

/**
 * Logs one line per request; that of a filing has the claim's id and code. Answers a problem for a bug, and
 * `out-of-time` if a handler took too long or a store could not answer for now: what broke goes to the log, never to
 * the caller.
 */
function completed(
  audienceOf: ReadonlyMap<string, Audience>,
): MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  const started = new WeakMap<object, number>();
  const line = (event: ApiEvent, response: APIGatewayProxyStructuredResultV2): void =>
    logCompleted(started.get(event) ?? 0, {
      trace: traceOfRequest(event),
      route: event.routeKey,
      claimId: event.pathParameters?.["claimId"]?.slice(0, 64),
      ...filedIn(response),
      status: response.statusCode,
    });
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => line(event, response ?? {}),
    onError: (request) => {
      const { requestId } = request.event.requestContext;
      logFailure("failed", request.error, { trace: traceOfRequest(request.event), requestId });
      request.response = replyTo(
        request.error === tooLate || isPassing(request.error)
          ? refused("out-of-time", { retryAfterSeconds: retrySeconds })
          : refused("unexpected"),
        audienceOf.get(request.event.routeKey),
      );
      line(request.event, request.response);
    },
  };
}
