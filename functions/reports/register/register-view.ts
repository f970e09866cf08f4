import type { showRegister } from "../../../shared/contract/register/report-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { ReportBuild } from "../../../shared/domain/register/report-build.ts";

/** Returns the registers of a month as staff see them; without a build, the month alone. */
export function registerView(month: string, build: ReportBuild | undefined): AnswerOf<typeof showRegister> {
  if (!build) return { month };
  const { asOf, state, done, of, finishedAt, files } = build;
  return { month, build: { asOf, state, done, of, finishedAt, files: [...files] } };
}
