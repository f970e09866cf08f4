import { saveProfile as saveRoute, showProfile as showRoute } from "../../shared/contract/profile-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** Answers what the caller keeps of themselves in their account; no `profile` if they saved none. */
export const showProfile = ({ profiles }: ClaimDeps) =>
  serve(showRoute, async ({ caller }) => ok({ profile: await profiles.find(caller.sub) }));

/** Saves what the caller keeps of themselves, in place of what they had. What they filed keeps what it was filed with. */
export const saveProfile = ({ profiles }: ClaimDeps) =>
  serve(saveRoute, async ({ body, caller, now }) => {
    const profile = { ...body, savedAt: now };
    await profiles.save(caller.sub, profile);
    return ok({ profile });
  });
