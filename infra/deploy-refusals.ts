import { CfnRule, Fn, type Stack } from "aws-cdk-lib";
import { type Stage, type StageSettings, settings, stages, tenant } from "../settings.ts";
import { type StatedValue, valuesOf } from "../shared/tenant/tenant.ts";

/** The values of the tenant that nobody of the utility has confirmed. */
export function unconfirmed(values: readonly StatedValue[] = valuesOf(tenant)): readonly StatedValue[] {
  return values.filter(({ status }) => status !== "confirmed");
}

/** Why a stage must not be deployed as it is; nothing when it may. */
export function reasonsAgainst(
  stage: Stage,
  own: StageSettings,
  open = unconfirmed(),
  all: Readonly<Record<Stage, StageSettings>> = settings,
): string[] {
  const invented = [own.mailSender, own.alarmAddress].filter((address) => /@(.*\.)?example\./.test(address));
  const rivals = stages.filter((other) => other !== stage && own.textReports && all[other].textReports);
  return [
    ...invented.map((address) => `${address} is nobody's address: give ${stage} one of yours in settings.ts.`),
    ...(stage === "prod" && open.length > 0
      ? [`${open.length} values of the tenant are not confirmed by the utility: npm run tenant:check lists them.`]
      : []),
    ...rivals
      .filter((other) => !own.account || !all[other].account || own.account === all[other].account)
      .map(
        (other) =>
          `${stage} and ${other} both make the account's logs of texts: say textReports false in one of them, or give each an account of its own in settings.ts.`,
      ),
  ];
}

/**
 * Has CloudFormation itself refuse a stack, with the reasons, however it is deployed: as a rule of the template that no
 * value of a parameter it always has can meet. Templates can still be made, read and compared.
 */
export function refuse(stack: Stack, reasons: readonly string[]): void {
  if (reasons.length === 0) return;
  new CfnRule(stack, "Refused", {
    assertions: reasons.map((reason) => ({
      assert: Fn.conditionContains(["never"], Fn.ref("BootstrapVersion")),
      assertDescription: reason,
    })),
  });
}
