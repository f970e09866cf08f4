import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openEventBus } from "../../local/event-bus.ts";
import { openMailEvents } from "../../local/mail-events.ts";
import { openSchedules } from "../../local/schedules.ts";
import { readAssembly } from "../../local/templates.ts";
import { fixture, written } from "./fixtures/assembly.ts";

const now = () => "2026-11-24T15:00:00.250Z";
const surroundings = { origin: "http://127.0.0.1:8080", issuer: (pool: string) => pool, secret: () => "s" };
const base = fixture("/out");
const assemblyWith = (changed: object = {}) =>
  readAssembly(written({ ...base, service: { ...base.service, ...changed } }), "caudal-dev-", surroundings);

let sent: { queue: string; message: unknown }[];
let said: string[];
beforeEach(() => {
  [sent, said] = [[], []];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends mail to an address through the service of these templates; returns all events it publishes about it. */
async function mailed(to: string, { changed = {}, configurationSet = "caudal-dev-notices" } = {}) {
  const assembly = assemblyWith(changed);
  const events: unknown[] = [];
  const bus = openEventBus(assembly, async (queue, message) => void sent.push({ queue, message: JSON.parse(message) }));
  const put = async (event: unknown) => {
    events.push(event);
    await bus.put(event);
  };
  const mail = openMailEvents(assembly, { put }, { now, say: (line) => void said.push(line) });
  mail.follow({ messageId: "m1", from: "reclamos@example.pe", to, subject: "Hola", configurationSet });
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(5000);
  return { mail, events };
}

describe("the mail service's events", () => {
  it.each([
    ["cliente@example.pe", ["Delivery"]],
    ["rebota.uno@example.pe", ["Bounce"]],
    ["demora@example.pe", ["DeliveryDelay", "Delivery"]],
    ["lleno@example.pe", ["DeliveryDelay", "Bounce"]],
    ["molesta@example.pe", ["Delivery"]],
    ["virus@example.pe", []],
  ])("of %s are %j, of what the templates ask for", async (to, types) => {
    const { events } = await mailed(to);
    expect(events).toMatchObject(
      types.map((eventType) => ({
        source: "aws.ses",
        time: "2026-11-24T15:00:00Z",
        detail: {
          eventType,
          mail: { messageId: "m1", destination: [to], tags: { "ses:configuration-set": ["caudal-dev-notices"] } },
        },
      })),
    );
  });

  it("reach the queue of their rule, with only the parts of the event that the rule takes", async () => {
    await mailed("rebota@example.pe");
    await mailed("cliente@example.pe");
    expect(sent).toEqual([
      { queue: expect.stringMatching(/:sqs:.*lost/i), message: { messageId: "m1", why: "Permanent" } },
    ]);
  });

  it("are not published for mail of another configuration set, nor once the service stopped", async () => {
    expect((await mailed("rebota@example.pe", { configurationSet: "another" })).events).toEqual([]);
    const { mail, events } = await mailed("cliente@example.pe");
    mail.follow({ messageId: "m2", from: "a@b.pe", to: "b@b.pe", subject: "", configurationSet: "caudal-dev-notices" });
    mail.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(events).toHaveLength(1);
    expect([mail.knows("caudal-dev-notices"), mail.knows("another")]).toEqual([true, false]);
  });

  it("are reported as an error if a rule takes a part they do not have", async () => {
    const { Bounced } = base.service as Record<string, { Properties: { Targets: object[] } }>;
    const [target] = Bounced!.Properties.Targets;
    const InputTransformer = { InputPathsMap: { x: "$.detail.bounce.nothing" }, InputTemplate: "<x>" };
    const changed = {
      Bounced: { ...Bounced, Properties: { ...Bounced!.Properties, Targets: [{ ...target, InputTransformer }] } },
    };
    await mailed("rebota@example.pe", { changed });
    expect(said).toEqual([expect.stringContaining("$.detail.bounce.nothing, which is not in the event")]);
  });

  it.each<[string, object]>([
    ["a function", { Arn: "arn:aws:lambda:us-east-1:000000000000:function:f" }],
    ["dead letters", { DeadLetterConfig: { Arn: "arn:aws:sqs:us-east-1:000000000000:dead" } }],
  ])("cannot be sent to %s: the stack does not start", (_, change) => {
    const { Bounced } = base.service as Record<string, { Properties: { Targets: object[] } }>;
    const [target] = Bounced!.Properties.Targets;
    const changed = {
      Bounced: { ...Bounced, Properties: { ...Bounced!.Properties, Targets: [{ ...target, ...change }] } },
    };
    expect(() => openEventBus(assemblyWith(changed), async () => {})).toThrow("Bounced");
  });

  it("do not start the functions of a schedule, which run once each when the clock is moved", async () => {
    const invoked: string[] = [];
    const functions = assemblyWith()
      .of("AWS::Lambda::Function")
      .map(({ name }) => ({
        name,
        arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
        environment: {},
        invoke: async () => {
          invoked.push(name);
          return { ok: true, value: undefined } as const;
        },
        stop: async () => {},
      }));
    let moved = now();
    const schedules = openSchedules(assemblyWith(), { functions, now: () => moved, say: () => {} });
    moved = "2026-11-27T15:00:00.250Z";
    // Both are due meanwhile, and looked at each second.
    const before = await new Promise((looked) =>
      schedules.runAll(async () => {
        await vi.advanceTimersByTimeAsync(5000);
        looked([...invoked]);
      }),
    );
    expect(before).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    schedules.stop();
    // One runs hourly, one nightly.
    expect(invoked).toHaveLength(2);
  });
});
