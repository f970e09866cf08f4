import { listRetention as route } from "../../../shared/contract/register/retention-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { keptSince, listedRetention } from "../../../shared/domain/register/retention.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/** Items listed for each rule, as many as a person decides on at a time. */
const most = 50;

/**
 * Answers every rule of how long a kind of thing is kept. For claims, submissions and readings, which only staff
 * delete, `keptSince` is today less the rule's time, and `past` has the first 50 whose time began before that day. All
 * other things are deleted automatically, and their `past` is empty. Deletes nothing.
 */
export const listRetention = ({ tenant, retained }: SubmissionsDeps) =>
  serve(route, async ({ now }) => {
    const rules = tenant.retention.map(async ({ value: rule }) => {
      const listed = listedRetention.find((what) => what === rule.what);
      if (!listed) return { ...rule, past: [] };
      const day = keptSince(rule, limaDay(now));
      const past = await retained.before(tenant.office.code.value, listed, day, most);
      return { ...rule, keptSince: day, past: [...past] };
    });
    return ok({ rules: await Promise.all(rules) });
  });
