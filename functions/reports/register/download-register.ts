import { refused } from "../../../shared/contract/refusals.ts";
import { downloadRegister as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/**
 * Answers an address that downloads one of the month's files for 60 seconds. Refuses `report-not-ready` if the month
 * has no build, or its last build is not finished or has no such file.
 */
export const downloadRegister = ({ builds, downloads, tenant }: ReportDeps) =>
  serve(route, async ({ params: { fileName }, query: { month }, now }) => {
    const build = await builds.find(tenant.office.code.value, month);
    const file = build?.state === "done" && build.files.find((one) => one.fileName === fileName);
    if (!build || !file) return refused("report-not-ready", { detail: "Ese registro aún no se ha generado." });
    return ok({
      url: await downloads.link(build, fileName),
      sha256: file.sha256,
      fileName,
      expiresAt: linkExpiry(now),
    });
  });
