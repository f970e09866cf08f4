import * as exchangeRoutes from "./billing/exchange-routes.ts";
import * as boardRoutes from "./board/board-routes.ts";
import * as caseworkFunctionRoutes from "./case/casework-function-routes.ts";
import * as claimRoutes from "./claim/claim-routes.ts";
import * as claimsFunctionRoutes from "./claim/claims-function-routes.ts";
import * as offerRoutes from "./conciliation/offer-routes.ts";
import * as attentionRoutes from "./counter/attention-routes.ts";
import * as telephoneFunctionRoutes from "./counter/telephone-function-routes.ts";
import * as deskRoutes from "./desk-routes.ts";
import * as officeRoutes from "./office-routes.ts";
import * as openRoutes from "./open-routes.ts";
import * as receiptCopyRoutes from "./receipt/receipt-copy-routes.ts";
import * as receiptRoutes from "./receipt/receipt-routes.ts";
import * as reportRoutes from "./register/report-routes.ts";
import * as signingRoutes from "./resolution/signing-routes.ts";
import type { Route } from "./route.ts";
import * as verificationRoutes from "./seal/verification-routes.ts";
import * as submissionRoutes from "./submission/submission-routes.ts";
import * as calendarRoutes from "./term/calendar-routes.ts";
import * as valueRoutes from "./value/value-routes.ts";
import * as visitFunctionRoutes from "./visit/visits-and-hearings-function-routes.ts";
import * as accessRoutes from "./work/access-routes.ts";

/** The routes that each function answers, by the file in which a route stands. */
export const routesByFunction = {
  office: officeRoutes,
  receipts: receiptRoutes,
  "receipt-copies": receiptCopyRoutes,
  claims: claimsFunctionRoutes,
  submissions: submissionRoutes,
  casework: caseworkFunctionRoutes,
  telephone: telephoneFunctionRoutes,
  "visits-and-hearings": visitFunctionRoutes,
  signing: signingRoutes,
  verifications: verificationRoutes,
  administration: { ...deskRoutes, ...exchangeRoutes, ...calendarRoutes, ...accessRoutes, ...valueRoutes },
  reports: { ...reportRoutes, ...boardRoutes, ...attentionRoutes },
} as const satisfies Record<string, Record<string, Route>>;

/**
 * The routes by which people file by the web, and the list of outages they may cite. There is an outage of the document
 * desk while they fail.
 */
export const filedWith = [
  claimRoutes.fileClaim,
  openRoutes.fileOpenClaim,
  openRoutes.fileOpenRecourse,
  claimRoutes.fileRecourse,
  claimRoutes.remedyClaim,
  claimRoutes.extendClaim,
  offerRoutes.answerOffer,
  submissionRoutes.startUpload,
  submissionRoutes.fileDocument,
  submissionRoutes.fileOpenDocument,
  submissionRoutes.remedySubmission,
  submissionRoutes.listOutages,
] as const satisfies readonly Route[];

/** Every route of the API by id. */
export const routes = {
  ...officeRoutes,
  ...receiptRoutes,
  ...receiptCopyRoutes,
  ...claimsFunctionRoutes,
  ...submissionRoutes,
  ...caseworkFunctionRoutes,
  ...telephoneFunctionRoutes,
  ...visitFunctionRoutes,
  ...signingRoutes,
  ...deskRoutes,
  ...exchangeRoutes,
  ...calendarRoutes,
  ...accessRoutes,
  ...valueRoutes,
  ...reportRoutes,
  ...boardRoutes,
  ...verificationRoutes,
  ...attentionRoutes,
} as const satisfies Record<string, Route>;
export type Routes = typeof routes;
export type RouteId = keyof Routes;
