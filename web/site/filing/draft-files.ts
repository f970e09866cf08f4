import type { AttachmentCounter } from "../../look/send-attachment.ts";
import { api } from "../api.ts";

/** The API's operations on the files of an account. */
export const filesOfAccount: AttachmentCounter = {
  start: api.startUpload,
  renew: api.renewUpload,
  show: api.showUpload,
};

/**
 * Returns the API's operations on the files of a draft without an account, which need no sign-in. Loads their routes at
 * once: a part of the page that was asked for without a network is given up by many phones.
 */
export function filesWithoutAccount(draftId: string): AttachmentCounter {
  import("../../open-routes.generated.ts").catch(() => undefined);
  return {
    start: ({ body }) => api.startOpenUpload({ body: { ...body, draftId } }),
    renew: ({ params, body }) => api.renewOpenUpload({ params, body: { ...body, draftId } }),
    show: ({ params }) => api.showOpenUpload({ params, body: { draftId } }),
  };
}
