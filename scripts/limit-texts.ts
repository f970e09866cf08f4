import {
  CreateProtectConfigurationCommand,
  DescribeProtectConfigurationsCommand,
  GetProtectConfigurationCountryRuleSetCommand,
  PinpointSMSVoiceV2Client,
  type ProtectConfigurationCountryRuleSetInformation,
  SetAccountDefaultProtectConfigurationCommand,
  UpdateProtectConfigurationCountryRuleSetCommand,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { settings, tenant } from "../settings.ts";
import { exitWith, typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run limit-texts -- --stage <stage>
Lets the text messages of a stage's account go to the tenant's country alone.`;

type Countries = Readonly<Record<string, ProtectConfigurationCountryRuleSetInformation>>;

/** The protect configurations of an account: which countries its text messages may go to. */
export interface TextProtection {
  /** Returns the id of the account's default; undefined if it has none. */
  chosen(): Promise<string | undefined>;
  create(): Promise<string>;
  countries(id: string): Promise<Countries>;
  change(id: string, changes: Countries): Promise<void>;
  choose(id: string): Promise<void>;
}

/**
 * Allows text messages to one country, and blocks them to every other that AWS lists, in the account's default protect
 * configuration. If the account has no default, makes a new configuration and makes it the default. Returns how many
 * countries were changed.
 * @throws if AWS does not list the country; no country is changed then
 */
export async function limitTexts(protection: TextProtection, country: string): Promise<number> {
  const chosen = await protection.chosen();
  const id = chosen ?? (await protection.create());
  const countries = await protection.countries(id);
  if (!(country in countries))
    throw new Error(`AWS lists no country ${country}: see contact.textCountry of the tenant`);
  const changes = Object.entries(countries).flatMap(([code, { ProtectStatus }]) => {
    const wanted = code === country ? "ALLOW" : "BLOCK";
    return ProtectStatus === wanted ? [] : [[code, { ProtectStatus: wanted }] as const];
  });
  if (changes.length > 0) await protection.change(id, Object.fromEntries(changes));
  // Last, so that no configuration is the account's before it is whole.
  if (chosen === undefined) await protection.choose(id);
  return changes.length;
}

/** Opens the protect configurations of the account of the credentials in the environment, in a Region. */
export function openTextProtection(region: string): TextProtection {
  const client = new PinpointSMSVoiceV2Client({ region });
  const capability = { NumberCapability: "SMS" } as const;
  return {
    chosen: async () => {
      const { ProtectConfigurations = [] } = await client.send(new DescribeProtectConfigurationsCommand({}));
      return ProtectConfigurations.find(({ AccountDefault }) => AccountDefault)?.ProtectConfigurationId;
    },
    create: async () => {
      const { ProtectConfigurationId } = await client.send(new CreateProtectConfigurationCommand({}));
      if (!ProtectConfigurationId) throw new Error("AWS made a protect configuration without an id");
      return ProtectConfigurationId;
    },
    countries: async (id) => {
      const { CountryRuleSet = {} } = await client.send(
        new GetProtectConfigurationCountryRuleSetCommand({ ProtectConfigurationId: id, ...capability }),
      );
      return CountryRuleSet;
    },
    change: async (id, changes) => {
      await client.send(
        new UpdateProtectConfigurationCountryRuleSetCommand({
          ProtectConfigurationId: id,
          ...capability,
          CountryRuleSetUpdates: changes,
        }),
      );
    },
    choose: async (id) => {
      await client.send(new SetAccountDefaultProtectConfigurationCommand({ ProtectConfigurationId: id }));
    },
  };
}

if (import.meta.main) {
  const { values } = typedArguments(usage, { options: { stage: { type: "string" } } });
  const stage = typedStage(values.stage, usage);
  const country = tenant.contact.textCountry.value;
  await exitWith(async () => {
    const changed = await limitTexts(openTextProtection(settings[stage].region), country);
    process.stdout.write(`Texts of this account go to ${country} alone; ${changed} countries were changed.\n`);
    return 0;
  });
}
