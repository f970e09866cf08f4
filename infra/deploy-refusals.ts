import { CfnRule, Fn, type Stack } from "aws-cdk-lib";
import { registers, type Stage, type StageSettings, settings, stages, templates, tenant } from "../settings.ts";
import { type StatedValue, valuesOf } from "../shared/tenant/tenant.ts";
import { isPublic } from "./stage.ts";

/**
 * Returns the values whose status is not `confirmed`, in the order given. Without an argument, looks at all values of
 * the tenant, of the columns of its registers and of the words of its templates.
 */
export function unconfirmed(
  values: readonly StatedValue[] = valuesOf({ ...tenant, registers, templates }),
): readonly StatedValue[] {
  return values.filter(({ status }) => status !== "confirmed");
}

/**
 * Returns the reasons why a stage must not be deployed; empty if there is none. A mail address of an example domain is
 * a reason. If `own.textReports` is set, each other stage that sets it too is a reason, unless both state different
 * accounts. In a stage that serves the public, values in `open` are a reason too, and so is no stated account: another
 * utility's would be taken.
 * @param own the stage's settings
 * @param open the values of the tenant that are not confirmed
 * @param all every stage's settings
 */
export function reasonsAgainst(
  stage: Stage,
  own: StageSettings,
  open = unconfirmed(),
  all: Readonly<Record<Stage, StageSettings>> = settings,
): string[] {
  const invented = [own.mailSender, own.alarmAddress, own.pageAddress ?? ""].filter((address) =>
    /@(.*\.)?example\./.test(address),
  );
  const rivals = stages.filter((other) => other !== stage && own.textReports && all[other].textReports);
  return [
    ...invented.map((address) => `${address} is nobody's address: give ${stage} one of yours in settings.ts.`),
    ...(isPublic(stage) && open.length > 0
      ? [`${open.length} values of the tenant are not confirmed by the utility: npm run tenant:check lists them.`]
      : []),
    ...(isPublic(stage) && own.account === undefined
      ? [`${stage} states no account: give it the utility's own in settings.ts, so that no other's is taken.`]
      : []),
    ...rivals
      .filter((other) => !own.account || !all[other].account || own.account === all[other].account)
      .map(
        (other) =>
          `${stage} and ${other} both make the account's logs of texts: set textReports to false in one of them, or give each an account of its own in settings.ts.`,
      ),
  ];
}

/**
 * Returns why this utility must not be deployed over a stack that stands: it is another's, whose office the same names
 * would take over. Returns undefined if it is this one's, or was made before stacks named theirs.
 * @param standing the tenant that the stack's tags name
 */
export function reasonAgainstTenant(standing: string | undefined, own = tenant.code): string | undefined {
  if (standing === undefined || standing === own) return undefined;
  return `The office of ${standing} stands here, and settings.ts names ${own}: each utility has an account of its own.`;
}

/**
 * Makes CloudFormation refuse every deployment of a stack and show the reasons, by a rule in its template that always
 * fails. The template can still be synthesized and compared. Does nothing if there are no reasons.
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
