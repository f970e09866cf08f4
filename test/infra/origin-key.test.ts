import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { expect, it } from "vitest";
import { OriginKey, type OriginKeys } from "../../infra/constructs/origin-key.ts";

function keysOf(keys?: OriginKeys) {
  const stack = new Stack(new App(), "S");
  const { value, other } = new OriginKey(stack, "OriginKey", keys);
  const idOf = (reference: string | undefined) =>
    reference && /"OriginKey(Key\d)[0-9A-F]{8}"/.exec(JSON.stringify(stack.resolve(reference)))?.[1];
  const secrets = Object.keys(Template.fromStack(stack).findResources("AWS::SecretsManager::Secret"));
  return { added: idOf(value), other: idOf(other), secrets };
}

it("the edge adds one key and functions take no other", () => {
  const { added, other, secrets } = keysOf();
  expect([added, other, secrets.length]).toEqual(["Key1", undefined, 1]);
});

it("a change is three deployments, in each of which functions take what the edge adds before and after it", () => {
  const steps = ([["Key1"], ["Key1", "Key2"], ["Key2", "Key1"], ["Key2"]] as const).map((keys) => keysOf(keys));
  for (const [at, { added, other }] of steps.entries()) {
    // While a step is deployed, the edge adds its key or that of the step before, to functions of either step.
    const before = steps[at - 1] ?? { added, other };
    expect([added, other]).toContain(before.added);
    expect([before.added, before.other]).toContain(added);
  }
  // A key keeps its id, and so its value, whatever place it stands at.
  expect(steps[1]!.secrets).toEqual(expect.arrayContaining(steps[0]!.secrets));
  expect(steps[2]!.secrets.toSorted()).toEqual(steps[1]!.secrets.toSorted());
  expect(steps[2]!.secrets).toEqual(expect.arrayContaining(steps[3]!.secrets));
});
