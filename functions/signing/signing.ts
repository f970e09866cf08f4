import { issueResolution } from "./issue-resolution.ts";
import { rectifyResolution } from "./rectify-resolution.ts";
import { returnResolution } from "./return-resolution.ts";
import { signResolution } from "./sign-resolution.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** Every operation of signing, on one desk. */
export const signing = (desk: SigningDesk) => ({
  issueResolution: issueResolution(desk),
  signResolution: signResolution(desk),
  returnResolution: returnResolution(desk),
  rectifyResolution: rectifyResolution(desk),
});
