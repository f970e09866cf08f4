import { expect, it, onTestFinished, vi } from "vitest";
import { limitTexts, openTextProtection, type TextProtection } from "../../scripts/limit-texts.ts";
import { answeringAws } from "./answering-aws.ts";

type Countries = Awaited<ReturnType<TextProtection["countries"]>>;

/** An account of three countries; a new configuration lets all of them pass. */
function account(chosen?: string, countries: Countries = {}) {
  const kept: Record<string, Countries> = chosen === undefined ? {} : { [chosen]: countries };
  const did: string[] = [];
  let own = chosen;
  const protection: TextProtection = {
    chosen: async () => own,
    create: async () => {
      kept["protect-new"] = Object.fromEntries(["CU", "PE", "US"].map((code) => [code, { ProtectStatus: "ALLOW" }]));
      return "protect-new";
    },
    countries: async (id) => kept[id] ?? {},
    change: async (id, changes) => {
      did.push(`change ${id}`);
      kept[id] = { ...kept[id], ...changes };
    },
    choose: async (id) => {
      did.push(`choose ${id}`);
      own = id;
    },
  };
  return { protection, kept, did };
}

const peruAlone = { CU: { ProtectStatus: "BLOCK" }, PE: { ProtectStatus: "ALLOW" }, US: { ProtectStatus: "BLOCK" } };

it("an account without a configuration gets one, whole before it is the account's", async () => {
  const { protection, kept, did } = account();
  expect(await limitTexts(protection, "PE")).toBe(2);
  expect(kept).toEqual({ "protect-new": peruAlone });
  expect(did).toEqual(["change protect-new", "choose protect-new"]);
});

it("the account's own configuration is changed where it lets others pass, or stops Peru", async () => {
  const { protection, kept, did } = account("protect-1", {
    CU: { ProtectStatus: "BLOCK" },
    PE: { ProtectStatus: "BLOCK" },
    US: { ProtectStatus: "MONITOR" },
  });
  expect(await limitTexts(protection, "PE")).toBe(2);
  expect(kept).toEqual({ "protect-1": peruAlone });
  expect(did).toEqual(["change protect-1"]);
});

it("said twice, it changes nothing", async () => {
  const { protection, did } = account();
  await limitTexts(protection, "PE");
  did.length = 0;
  expect(await limitTexts(protection, "PE")).toBe(0);
  expect(did).toEqual([]);
});

it("the country is the utility's, and one that AWS does not list changes nothing", async () => {
  const { protection, kept, did } = account("protect-1", {
    CU: { ProtectStatus: "ALLOW" },
    PE: { ProtectStatus: "ALLOW" },
  });
  await expect(limitTexts(protection, "XX")).rejects.toThrow("AWS lists no country XX");
  expect(did).toEqual([]);
  await limitTexts(protection, "CU");
  expect(kept).toEqual({ "protect-1": { CU: { ProtectStatus: "ALLOW" }, PE: { ProtectStatus: "BLOCK" } } });
});

it("AWS is asked in its own words, and a new configuration is the account's last", async () => {
  const named = { ProtectConfigurationArn: "arn", ProtectConfigurationId: "protect-1" };
  const answers: Readonly<Record<string, object>> = {
    DescribeProtectConfigurations: { ProtectConfigurations: [] },
    CreateProtectConfiguration: { ...named, CreatedTimestamp: 1_795_000_000, AccountDefault: false },
    GetProtectConfigurationCountryRuleSet: {
      ...named,
      NumberCapability: "SMS",
      CountryRuleSet: { PE: { ProtectStatus: "ALLOW" }, US: { ProtectStatus: "ALLOW" } },
    },
    UpdateProtectConfigurationCountryRuleSet: { ...named, NumberCapability: "SMS", CountryRuleSet: {} },
    SetAccountDefaultProtectConfiguration: {
      DefaultProtectConfigurationArn: "arn",
      DefaultProtectConfigurationId: "protect-1",
    },
  };
  const asked: [string, object][] = [];
  const endpoint = await answeringAws(({ action, body }) => {
    asked.push([action, JSON.parse(body)]);
    return answers[action];
  });
  const set = { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await limitTexts(openTextProtection("us-east-1"), "PE")).toBe(1);
  expect(asked.map(([action]) => action)).toEqual(Object.keys(answers));
  expect(asked[3]?.[1]).toEqual({
    ProtectConfigurationId: "protect-1",
    NumberCapability: "SMS",
    CountryRuleSetUpdates: { US: { ProtectStatus: "BLOCK" } },
  });
  expect(asked[4]?.[1]).toEqual({ ProtectConfigurationId: "protect-1" });
});
