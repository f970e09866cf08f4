import { countDeskFilings as route } from "../../shared/contract/filing-routes.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** As many as somebody at the desk tells apart. */
const most = 100;
const waiting = ["to-check", "to-tell", "observed", "to-answer"] as const;

/** How many documents wait in each list, and how many of those to be answered are past their day. */
export const countDeskFilings = ({ tenant, filings, uploads }: FilingsDesk) =>
  serve(route, async ({ now }) => {
    const { code, areas } = tenant.office;
    const today = limaDay(now);
    const lists = waiting.map(async (list) => ({
      list,
      count: await filings.count(code.value, list, most),
      overdue: list === "to-answer" ? await filings.count(code.value, list, most, today) : 0,
    }));
    return ok({
      lists: await Promise.all(lists),
      papers: await uploads.countWaiting(code.value, most),
      areas: [...areas.value],
    });
  });
