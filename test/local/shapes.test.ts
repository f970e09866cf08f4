import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { routesOf } from "../../local/api-routes.ts";
import { openEventSources } from "../../local/event-sources.ts";
import { type LocalFunction, openFunctions } from "../../local/functions.ts";
import { routeFinder } from "../../local/http-routes.ts";
import { openRecords } from "../../local/records.ts";
import { openSchedules } from "../../local/schedules.ts";
import { readAssembly } from "../../local/templates.ts";
import { fixture, written } from "./fixtures/assembly.ts";

const surroundings = { origin: "http://127.0.0.1:8080", issuer: (pool: string) => pool, secret: () => "s" };
const base = fixture("/out");
const folder = mkdtempSync(join(tmpdir(), "shapes-"));
const functions = ["Answering", "Working", "Following", "Sweeping"].map((id): LocalFunction => {
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:caudal-dev-service-${id}`;
  const never = () => Promise.reject(new Error("nobody calls it"));
  return { name: `caudal-dev-service-${id}`, arn, environment: {}, invoke: never, stop: async () => {} };
});

/** Opens the stack's services over the fixture, with one resource's properties changed. */
function open(id: string, properties: object): void {
  const { Type, Properties = {} } = base.service[id] ?? { Type: "" };
  const service = { ...base.service, [id]: { Type, Properties: { ...Properties, ...properties } } };
  const assembly = readAssembly(written({ ...base, service }), "caudal-dev-", surroundings);
  for (const resource of assembly.of("AWS::DynamoDB::Table"))
    assembly.made(resource, { StreamArn: "arn:aws:dynamodb:::table/t/stream/1" });
  for (const resource of assembly.of("AWS::SQS::Queue")) assembly.made(resource, { "": "http://127.0.0.1:9/queue" });
  const around = { functions, say: () => {}, now: () => "2026-11-24T15:00:00.000Z" };
  routeFinder(routesOf(assembly, functions).routes);
  openSchedules(assembly, around).stop();
  if (id.startsWith("From")) {
    const endpoints = { sqs: "http://127.0.0.1:9", dynamodb: "http://127.0.0.1:9" };
    const readings = openEventSources(assembly, { ...around, endpoints, checkpoints: openRecords(folder).of("c") });
    for (const reading of readings) void reading.stop();
  }
  if (id === "Answering")
    openFunctions(assembly, { environment: {}, clock: new SharedArrayBuffer(8), logs: folder, say: () => {} });
}

describe("an unsupported property stops the start and is named", () => {
  it.each<[string, object, string, string]>([
    ["Health", { ApiKeyRequired: true }, "ApiKeyRequired", "a route with an API key"],
    ["Health", { RouteKey: "GET /a{b}" }, "GET /a{b}", "a path that is no path"],
    ["Mine", { AuthorizationType: "AWS_IAM" }, "AuthorizationType", "another authorization"],
    ["Mine", { AuthorizerId: "Nobody" }, "to no authorizer", "an authorizer that is not there"],
    ["ToApi", { IntegrationType: "HTTP_PROXY" }, "IntegrationType", "an integration with a web server"],
    ["ToApi", { PayloadFormatVersion: "1.0" }, "PayloadFormatVersion", "the older event"],
    ["ToApi", { IntegrationUri: "arn:of:nobody" }, "leads to no function", "an integration with nobody"],
    ["CustomersGuard", { IdentitySource: ["$request.querystring.token"] }, "IdentitySource", "a token in the address"],
    ["Api", { CorsConfiguration: {} }, "CorsConfiguration", "CORS at the gateway"],
    ["FromWork", { EventSourceArn: "arn:aws:kinesis:us-east-1:1:stream/s" }, "kinesis", "another event source"],
    ["FromWork", { FilterCriteria: {} }, "FilterCriteria", "a filter of messages"],
    ["FromWork", { FunctionName: "nobody" }, "no function nobody", "a source of nobody"],
    [
      "FromTable",
      { FilterCriteria: { Filters: [{ Pattern: '{"eventName":[{"prefix":"IN"}]}' }] } },
      "FilterCriteria",
      "a filter of a kind not known",
    ],
    ["FromTable", { SourceAccessConfigurations: [] }, "SourceAccessConfigurations", "a source that needs credentials"],
    ["Hourly", { EventPattern: {} }, "EventPattern", "a rule on events"],
    ["Hourly", { ScheduleExpression: "cron(0 12 L * ? *)" }, '"L"', "a schedule that is not known"],
    ["Nightly", { ScheduleExpressionTimezone: "Europe/Madrid" }, "Europe/Madrid", "a zone with summer time"],
    ["Answering", { Layers: [] }, "Layers", "a function with layers"],
    ["Answering", { Runtime: "python3.13" }, "Runtime", "a function of another language"],
  ])("%s with %j: %s (%s)", (id, properties, named) => {
    expect(() => open(id, properties)).toThrow(named);
  });

  it("and the fixture itself has none", () => {
    for (const id of ["FromWork", "Answering"]) expect(() => open(id, {})).not.toThrow();
  });
});
