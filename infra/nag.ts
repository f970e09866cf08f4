import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type App, type IPolicyValidationPlugin, type PolicyViolation, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { accepted } from "./accepted-findings.ts";

/** The file of an assembly that lists the accepted findings, each with the resources it is accepted on. */
export const acceptedFile = "accepted-findings.json";

/** An accepted finding of cdk-nag with its reason, and the paths of the resources that have it. */
interface AcceptedFinding {
  readonly rule: string;
  readonly because: string;
  readonly on: readonly string[];
}

interface Judged {
  /** One for each line of `accepted`, in their order; `on` is empty if the line accepts nothing here. */
  readonly accepted: readonly AcceptedFinding[];
  /** What no line accepts. */
  readonly violations: PolicyViolation[];
}

/**
 * Returns what three packs of rules of cdk-nag find in an app: the findings that a line of `infra/accepted-findings.ts`
 * accepts, and the violations that none accepts.
 */
export function findingsOf(app: IConstruct): Judged {
  const on = accepted.map((): string[] => []);
  const violations = [new AwsSolutionsChecks(app), new ServerlessChecks(app), new NIST80053R5Checks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap((violation) => {
      const [, rule = "", finding = ""] = /^([^[]+)(?:\[(.*)\])?$/.exec(violation.ruleName) ?? [];
      const left = violation.violatingResources.filter(({ constructPath = "" }) => {
        const path = constructPath.replace(/^caudal-(?:\w+-)??(?=copies\/|data\/|service\/|routes\/|pipeline\/)/, "");
        const at = accepted.findIndex(
          (line) =>
            line.rule === rule &&
            (line.finding?.test(finding) ?? true) &&
            [path, constructPath].some((one) => line.on.test(one)),
        );
        on[at]?.push(constructPath);
        return at < 0;
      });
      return left.length > 0 ? [{ ...violation, violatingResources: left }] : [];
    });
  return { accepted: accepted.map(({ rule, because }, at) => ({ rule, because, on: on[at] ?? [] })), violations };
}

/**
 * Has cdk-nag check an app when it is synthesized. Synthesis fails if there is a finding that
 * `infra/accepted-findings.ts` does not accept. The accepted findings are written to the file `acceptedFile` of the
 * assembly.
 */
export function checkByNag(app: App): void {
  const plugin: IPolicyValidationPlugin = {
    name: "cdk-nag",
    validate: ({ appConstruct }) => {
      const judged = findingsOf(appConstruct);
      writeFileSync(join(app.outdir, acceptedFile), JSON.stringify(judged.accepted, null, 2));
      return { success: judged.violations.length === 0, violations: judged.violations };
    },
  };
  Validations.of(app).addPlugins(plugin);
}
