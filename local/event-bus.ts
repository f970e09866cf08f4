import * as z from "zod";
import { eventPattern, passes } from "./event-filter.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const rule = z.strictObject({
  EventPattern: eventPattern,
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Targets: z.array(
    z.strictObject({
      Arn: z.string().regex(/:sqs:/, "here only queues get events"),
      InputTransformer: z
        .strictObject({
          InputPathsMap: z.record(z.string(), z.string().startsWith("$.")),
          InputTemplate: z.string(),
        })
        .optional(),
      Id: ignored,
    }),
  ),
  Name: ignored,
  Description: ignored,
  Tags: ignored,
});

/** The account's default event bus. */
export interface EventBus {
  /**
   * Sends an event to the queues of every enabled rule whose pattern matches, one after another, rewritten by the
   * target's transformer if it has one. An event that no rule matches is sent nowhere.
   * @throws if a transformer asks for a field that the event lacks, or `send` fails; earlier queues keep the event
   */
  put(event: unknown): Promise<void>;
}

/**
 * Opens the event bus with the enabled rules of an assembly that have an event pattern. The rules are read once, now.
 * @param send puts a message in a queue, by the queue's ARN
 * @throws if a rule has a property that is not known here
 */
export function openEventBus(assembly: Assembly, send: (queueArn: string, message: string) => Promise<void>): EventBus {
  const rules = assembly
    .of("AWS::Events::Rule")
    .filter(({ properties }) => properties["EventPattern"] !== undefined)
    .map((resource) => assembly.read(resource, rule))
    .filter(({ State }) => State === "ENABLED");
  return {
    put: async (event) => {
      for (const { EventPattern, Targets } of rules)
        if (passes([{ Pattern: EventPattern }], event))
          for (const { Arn, InputTransformer } of Targets)
            await send(
              Arn,
              InputTransformer
                ? rewritten(event, InputTransformer.InputPathsMap, InputTransformer.InputTemplate)
                : JSON.stringify(event),
            );
    },
  };
}

/**
 * Returns the event as a rule's template writes it: each `<name>` becomes the JSON of the value at that name's path.
 */
function rewritten(event: unknown, paths: Readonly<Record<string, string>>, template: string): string {
  return template.replace(/<([^<>]+)>/g, (_, name: string) => {
    const path = paths[name];
    const value = path === undefined ? undefined : at(event, path.slice(2).split("."));
    // The service would leave a gap there, and the result would not be JSON.
    if (value === undefined) throw new Error(`a rule asks for ${path ?? name}, which is not in the event`);
    return JSON.stringify(value);
  });
}

function at(value: unknown, [field, ...rest]: readonly string[]): unknown {
  if (field === undefined) return value;
  const fields: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
  return at(fields[field], rest);
}
