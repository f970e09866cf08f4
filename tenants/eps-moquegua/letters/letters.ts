import type { Letters } from "../../../shared/documents/letters.ts";
import { claimCargo } from "./claim-cargo.ts";
import { doNotCut } from "./do-not-cut.ts";
import { rectification } from "./rectification.ts";
import { resolution } from "./resolution.ts";
import { silenceCertificate } from "./silence-certificate.ts";

/** What the utility writes to people, in its own words. */
export const letters: Letters = { claimCargo, doNotCut, rectification, resolution, silenceCertificate };
