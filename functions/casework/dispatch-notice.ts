import { randomUUID } from "node:crypto";
import { newSecret } from "../../shared/casework/new-ids.ts";
import { dispatchNotice as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Sends the decision: by e-mail with a key that opens it to who agreed to that, or to be taken to the address. */
export const dispatchNotice = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ filing, now }) => {
      const { notifyByEmail, email, address } = filing.details.form.claimant;
      const noticeId = randomUUID();
      const fact = { type: "resolution-dispatched", effectiveAt: now, by: request.caller } as const;
      if (request.body.channel === "personal")
        return ok({
          entries: [{ ...fact, channel: "personal", details: { noticeId, to: address || "domicilio del suministro" } }],
        });
      if (!notifyByEmail || !email) return refused("no-consent");
      const noticeKey = newSecret();
      return ok({
        entries: [{ ...fact, channel: "email", details: { noticeId, to: email, noticeKey } }],
        also: [desk.caseFiles.noticeWrite(noticeKey, request.params.claimId, noticeId)],
      });
    }),
  );
