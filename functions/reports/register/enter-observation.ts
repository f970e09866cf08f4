import { newCode, newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { filedOnAt } from "../../../shared/casework/filing/filed-on.ts";
import { enterObservation as route } from "../../../shared/contract/counter/attention-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Observation } from "../../../shared/domain/register/observation.ts";
import { pauseBefore } from "../../../shared/storage/dynamodb.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { observationView } from "./observation-view.ts";

const tries = 6;

/**
 * Records an observation in the book under a new number, once. A repeat of the write answers the observation as it was
 * entered, without an answer given since. Refuses `write-key-used` if the key was used for other content; `busy` after
 * six attempts.
 */
export const enterObservation = ({ observations, takenCodes, tenant }: ReportDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const made = await observations.ofRequest(write.key);
      if (made && made.contentHash !== write.contentHash) return refused("write-key-used");
      const before = made && (await observations.find(made.observationId));
      if (before) return ok(observationView({ ...before, answer: undefined }, tenant, before.enteredAt));
      const enteredOn = filedOnAt(tenant, now);
      const observation: Observation = {
        ...body,
        observationId: newTimeId(now),
        number: newCode(tenant.office.observationCode.value, enteredOn),
        office: tenant.office.code.value,
        enteredAt: now,
        enteredOn,
        by: caller.sub,
      };
      const taken = takenCodes.take(observation.number, observation.observationId);
      if (await observations.enter(observation, write, [taken])) return ok(observationView(observation, tenant, now));
      await pauseBefore(attempt);
    }
    return refused("busy");
  });
