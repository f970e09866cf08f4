import { publishedNames } from "../shared/casework/case-copy/published-documents.ts";
import { deskFile } from "../web/desk-paths.ts";
import { fileOf, type SitePage, sitePages } from "../web/paths.ts";

/** The pages whose first visit may load the sign-in library. */
export const pagesWithSignIn: readonly SitePage[] = [
  "signIn",
  "supplies",
  "profile",
  "problems",
  "problem",
  "consumption",
  "supplyReceipt",
  "claims",
  "claimStart",
  "claimStep",
  "claim",
  "claimFiled",
  "claimFile",
  "claimNotices",
  "claimDecision",
  "claimVisit",
  "claimMeeting",
  "claimAct",
  "claimOffer",
  "openByKey",
  "submissions",
  "submission",
];

const isSitePage = (page: string): page is SitePage => page in sitePages;
export const everySitePage = Object.keys(sitePages).filter(isSitePage);

/** Whether search engines may list a page: it shows the same to everybody. */
const isListed = (page: SitePage): boolean =>
  page !== "notFound" && !sitePages[page].path.includes("{") && !pagesWithSignIn.includes(page);

/**
 * Returns the code of the CloudFront Function that maps the address of each page to the page's file, and which the
 * answer passes too: an address of no page is answered 404, and what is not for search engines says so. The local
 * stack's gateway runs the same code.
 */
export function edgeFunction(): string {
  const rules = everySitePage.map((page) => {
    const pattern = sitePages[page].path
      .replaceAll(".", "\\.")
      .replaceAll("/", "\\/")
      .replace(/\{\w+\}/g, "[^/]+");
    return `  [/^${pattern}$/, "${fileOf(page)}"${isListed(page) ? ", 1" : ""}],`;
  });
  return `// Generated from web/paths.ts by scripts/site-pages.ts.
var files = [
${rules.join("\n")}
  [/^\\/desk\\//, "${deskFile}"],
];

var plain = /^\\/(assets\\/|favicon\\.svg$|robots\\.txt$|\\.well-known\\/security\\.txt$|desk\\/[\\w.-]+\\.(js|png|webmanifest)$|(${publishedNames.join("|")})\\.pdf$)/;

function pageAt(uri) {
  if (plain.test(uri)) return [plain, uri, 1];
  var path = uri.replace(/index\\.html$/, "").replace(/\\/?$/, "/");
  return files.filter(function (file) {
    return file[0].test(path);
  })[0];
}

function handler(event) {
  var request = event.request, response = event.response, page = pageAt(request.uri);
  if (!response) {
    request.uri = page ? page[1] : "${fileOf("notFound")}";
    return request;
  }
  if (!page && response.statusCode === 200) {
    response.statusCode = 404;
    response.statusDescription = "Not Found";
  }
  if (!page || !page[2]) response.headers["x-robots-tag"] = { value: "noindex" };
  return response;
}
`;
}
