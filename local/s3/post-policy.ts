import * as z from "zod";
import { refuse } from "./refusals.ts";
import type { Headers } from "./request.ts";

const bytes = z.int().nonnegative();
const policySchema = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal("content-length-range"), bytes, bytes]),
      z.tuple([z.enum(["eq", "starts-with"]), z.string().startsWith("$"), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** Fields that need no condition. */
const exempt = ["policy", "x-amz-signature"];

/**
 * Returns the file sizes that the form's policy allows, in bytes: from 0 to Infinity if it sets none. Refuses
 * `AccessDenied` if the policy has expired, a condition is not met, or a field has no condition; only `policy`,
 * `x-amz-signature` and `x-ignore-…` need none. Refuses `InvalidPolicyDocument` if the policy is missing or cannot be
 * read.
 */
export function expectPolicy(fields: Headers, now: Date): { minimum: number; maximum: number } {
  const policy = readPolicy(fields.get("policy") ?? "");
  if (now.getTime() > Date.parse(policy.expiration))
    refuse("AccessDenied", "Invalid according to Policy: Policy expired.");
  const sizes = { minimum: 0, maximum: Number.POSITIVE_INFINITY };
  const named = new Set(exempt);
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) expectField(name, "eq", value);
    } else if (condition[0] === "content-length-range") {
      sizes.minimum = Math.max(sizes.minimum, condition[1]);
      sizes.maximum = Math.min(sizes.maximum, condition[2]);
    } else expectField(condition[1].slice(1), condition[0], condition[2]);
  }
  const extra = [...fields.keys()].find((name) => !named.has(name) && !name.startsWith("x-ignore-"));
  if (extra !== undefined) refuse("AccessDenied", `Invalid according to Policy: Extra input fields: ${extra}`);
  return sizes;

  function expectField(name: string, operator: "eq" | "starts-with", value: string): void {
    const field = fields.get(name.toLowerCase());
    const met = operator === "eq" ? field === value : field?.startsWith(value);
    const condition = JSON.stringify([operator, `$${name}`, value]);
    if (!met) refuse("AccessDenied", `Invalid according to Policy: Policy Condition failed: ${condition}`);
    named.add(name.toLowerCase());
  }
}

function readPolicy(encoded: string): z.infer<typeof policySchema> {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, "base64").toString()));
  } catch {
    return refuse("InvalidPolicyDocument", "Invalid Policy: Invalid JSON or unknown conditions.");
  }
}
