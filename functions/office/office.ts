import type { TotalsReader } from "../../shared/storage/board/office-totals.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import type { Revision } from "./revision.ts";
import { showDescription } from "./show-description.ts";
import { showDueDates } from "./show-due-dates.ts";
import { showHealth } from "./show-health.ts";
import { type SignIn, showOffice } from "./show-office.ts";
import { showResults } from "./show-results.ts";

interface OfficeDeps {
  readonly tenantAt: (now: string) => Promise<Tenant>;
  readonly signIn: SignIn;
  readonly build: string;
  readonly revision: Revision;
  readonly totals: Pick<TotalsReader, "ofMonth">;
  readonly office: string;
  /** The path of the API's description, which the build makes. */
  readonly descriptionFile: string;
}

/** Returns every operation on the office itself: who it is, its terms, and the description of its API. */
export const office = (deps: OfficeDeps) => ({
  health: showHealth(deps),
  dueDates: showDueDates(deps),
  showOffice: showOffice(deps),
  showResults: showResults(deps),
  showDescription: showDescription(deps.descriptionFile),
});
