import { buildRegister as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { ReportBuild } from "../../../shared/domain/register/report-build.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { registerView } from "./register-view.ts";

/**
 * Begins a build of a month's registers as they are now, and queues its first part. If another build of the month began
 * less than an hour ago and is not finished, answers the other build and begins none. The same write key again answers
 * the build it began, and queues the first part again if no part was read.
 */
export const buildRegister = ({ builds, months, work, tenant }: ReportDeps) =>
  serve(route, async ({ body: { month }, caller, now, write }) => {
    const office = tenant.office.code.value;
    const first = { month, buildId: write.key, part: 0 };
    const before = await builds.find(office, month);
    if (before?.buildId === write.key) {
      // The run that began it may have been killed before it queued the first part.
      if (before.state === "reading" && before.part === 0) await work.send(first);
      return ok(registerView(month, before));
    }
    const build: ReportBuild = {
      month,
      buildId: write.key,
      asOf: now,
      by: caller.sub,
      state: "reading",
      part: 0,
      done: 0,
      of: (await months.allIds(office, month, "CLAIM")).length,
      files: [],
    };
    const begun = await builds.begin(office, build);
    if (!begun) return ok(registerView(month, await builds.find(office, month)));
    await work.send(first);
    return ok(registerView(month, build));
  });
