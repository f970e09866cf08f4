import { refused } from "../../../shared/contract/refusals.ts";
import { listAccessChanges as route } from "../../../shared/contract/work/access-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { changedRoles } from "../../../shared/domain/work/staff-access.ts";
import { serve } from "../../runtime/serve.ts";
import type { AccessDeps } from "../access-deps.ts";

const isNumber = (text: string): boolean => /^[1-9]\d{0,7}$/.test(text);

/**
 * Answers a page of the changes of staff's access, newest first: who gave and took which roles, when and why. A person
 * who is not in the staff register is named by their account id. Refuses `malformed-cursor` if the cursor cannot be
 * read.
 */
export const listAccessChanges = ({ accessChanges, staffRegister, tenant }: AccessDeps) =>
  serve(route, async ({ query: { limit, cursor } }) => {
    if (cursor !== undefined && !isNumber(cursor)) return refused("malformed-cursor");
    const office = tenant.office.code.value;
    const before = cursor === undefined ? undefined : Number(cursor);
    const [changes, staff] = await Promise.all([accessChanges.list(office, limit, before), staffRegister.list(office)]);
    const nameOf = (sub: string) => staff.find((one) => one.sub === sub)?.name;
    const last = changes.at(-1);
    return ok({
      changes: changes.map(({ at, by, sub, before: had, after, reason }) => {
        const { given, taken } = changedRoles(had, after);
        const person = nameOf(sub) ?? sub;
        return { at, by: nameOf(by), person, given: [...given], taken: [...taken], ended: after.length === 0, reason };
      }),
      ...(last && changes.length === limit && last.number > 1 && { cursor: String(last.number) }),
    });
  });
