import { ownerChange } from "../../shared/casework/hand-over.ts";
import { changeOwner as route } from "../../shared/contract/staff-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/** Gives a claim to another member of staff, as `ownerChange` says, and refuses as it does. */
export const changeOwner = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { to, reason } = request.body;
      const staff = await deps.staffRegister.list(at.file.head.office);
      const person = staff.find(({ sub }) => sub === to);
      return ownerChange(deps, at, person, { by: request.caller, reason });
    }),
  );
