import * as z from "zod";
import { type Problem, type RefusalKind, refusals } from "./refusals.ts";
import type { Route } from "./route.ts";

type Document = Record<string, unknown>;

const implied: readonly RefusalKind[] = ["invalid-request", "out-of-time", "unexpected"];
const authorized: readonly RefusalKind[] = ["wrong-token"];

/**
 * Returns every kind a route can refuse with: those it lists, and those implied by its audience, body, key and version.
 */
function kindsOf(route: Route): readonly RefusalKind[] {
  const forCaller =
    route.audience === "anyone"
      ? []
      : route.audience === "staff"
        ? [...authorized, "not-your-role" as const]
        : authorized;
  const forSupervisor = route.roles?.includes("external-supervisor") ? (["access-over"] as const) : [];
  const forWrite = [
    ...(route.once ? (["write-key-needed", "write-key-used", "busy"] as const) : []),
    ...(route.versioned ? (["version-needed", "version-stale"] as const) : []),
  ];
  return [
    ...new Set([
      ...implied,
      ...(route.body ? (["malformed-json", "json-expected"] as const) : []),
      ...forCaller,
      ...forSupervisor,
      ...forWrite,
      ...route.refusals,
    ]),
  ];
}

function parametersOf(route: Route): Document[] {
  const of = (schema: z.ZodObject | undefined, where: "path" | "query"): Document[] => {
    if (!schema) return [];
    const { properties, required } = parameterSchema.parse(schemaOf(schema, "input"));
    return Object.entries(properties).map(([name, field]) => ({
      name,
      in: where,
      required: required.includes(name),
      schema: field,
    }));
  };
  const header = (name: string, pattern: string): Document => ({
    name,
    in: "header",
    required: true,
    schema: { type: "string", pattern },
  });
  return [
    ...of(route.params, "path"),
    ...of(route.query, "query"),
    ...(route.once ? [header("Idempotency-Key", "^[\\w-]{16,64}$")] : []),
    ...(route.versioned ? [header("If-Match", '^"?\\d{1,9}"?$')] : []),
  ];
}

const parameterSchema = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
});

const anything = z.record(z.string(), z.unknown());

/** Returns a schema as JSON Schema, and apart, by name, the schemas it shares with other routes. */
function partsOf(schema: z.ZodType, io: "input" | "output"): { schema: Document; shared: Document } {
  const { $schema: _, ...whole } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  const placed = JSON.stringify(whole).replaceAll("#/$defs/", "#/components/schemas/");
  const { $defs = {}, ...rest } = anything.parse(JSON.parse(placed));
  return { schema: rest, shared: anything.parse($defs) };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Document {
  return partsOf(schema, io).schema;
}

/** Returns the named schemas that answers of routes use, sorted by name. */
function sharedAnswers(routes: readonly Route[]): Document {
  const schemas = new Set(routes.flatMap((route) => (route.status === 204 ? [] : [route.answer])));
  const shared = [...schemas].flatMap((schema) => Object.entries(partsOf(schema, "output").shared));
  return Object.fromEntries(shared.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function responsesOf(route: Route): Document {
  const byStatus = Map.groupBy(kindsOf(route), (kind) => refusals[kind].status);
  const problems = [...byStatus].map(([status, kinds]) => [
    status,
    {
      description: kinds.map((kind) => `${kind}: ${refusals[kind].title}`).join(" · "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  const answer =
    route.status === 204
      ? { description: "Hecho" }
      : { description: "Respuesta", content: { "application/json": { schema: schemaOf(route.answer, "output") } } };
  return { [route.status]: answer, ...Object.fromEntries(problems) };
}

/**
 * Returns the description of the API (OpenAPI 3.1), with each route's path under `/api`, its schemas and all its
 * refusals. The keys of `routes` are the operation ids; paths are in the order of these ids.
 */
export function describeApi(routes: Readonly<Record<string, Route>>): Document {
  const paths: Record<string, Record<string, Document>> = {};
  // Sorted by id: a module's names have no order common to all runtimes, and the description is compared as text.
  for (const [operationId, route] of Object.entries(routes).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const path = `/api${route.path}`;
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId,
        summary: route.summary,
        ...(route.audience !== "anyone" && { security: [{ [route.audience]: ["openid"] }] }),
        ...(route.roles && { "x-roles": route.roles }),
        parameters: parametersOf(route),
        ...(route.body && {
          requestBody: { required: true, content: { "application/json": { schema: schemaOf(route.body, "input") } } },
        }),
        responses: responsesOf(route),
      },
    };
  }
  const bearer = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
  return {
    openapi: "3.1.0",
    info: {
      title: "Caudal",
      version: "1",
      description: "La oficina de reclamos de la empresa de agua. Las respuestas de error son RFC 9457.",
    },
    paths,
    components: {
      securitySchemes: { customer: bearer, staff: bearer },
      schemas: {
        ...sharedAnswers(Object.values(routes)),
        Problem: {
          type: "object",
          required: ["type", "title", "status", "detail"] satisfies (keyof Problem)[],
          properties: {
            type: { type: "string", enum: Object.keys(refusals).map((kind) => `urn:caudal:${kind}`) },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            errors: {
              type: "array",
              items: { type: "object", properties: { field: { type: "string" }, message: { type: "string" } } },
            },
          },
        },
      },
    },
  };
}
