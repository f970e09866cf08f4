import { confirmedContact } from "../../shared/casework/confirmed-contact.ts";
import { seeContact as route } from "../../shared/contract/admission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { awaitsContact } from "../../shared/domain/guest-claims.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `contact-confirmed` as seen by a member of the staff, with what they found, in a claim filed without an
 * account; it takes its visit and hearing as `confirmedContact` says. Refuses `not-now` if the contact needs none or is
 * confirmed already.
 */
export const seeContact = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      if (!awaitsContact(at.file.events))
        return refused("not-now", { detail: "El contacto de este reclamo ya está confirmado." });
      const { caller: by, body } = request;
      return ok(await confirmedContact(deps, at, { by, details: { how: "seen", remark: body.remark } }));
    }),
  );
