import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { edgeFunction } from "../../scripts/site-pages.ts";
import { generatedDeskWriteRoutes, generatedRoutes, routesSource, securityContact } from "../../scripts/web.ts";
import { tenant } from "../../settings.ts";
import { filled } from "../../web/filled-path.ts";
import { sitePages } from "../../web/paths.ts";
import { edgeOf } from "./site-server.ts";

const edge = edgeOf(edgeFunction());

interface Response {
  statusCode: number;
  headers: Record<string, { value: string }>;
}
const handlerOf = (code: string): ((event: { request: object; response: Response }) => Response) =>
  runInNewContext(`${code}\n;handler`, {});

describe("the edge function", () => {
  it.each([
    ["/", "/index.html", "the home page"],
    ["/recibo/", "/recibo/index.html", "a page"],
    ["/recibo", "/recibo/index.html", "the same without its last slash, and without a redirect"],
    ["/recibo/index.html", "/recibo/index.html", "the file by its own name"],
    ["/mis-suministros/a1_-Z/", "/mis-suministros/_/index.html", "what varies has one file"],
    ["/mis-suministros/a1/recibos/2026-10/", "/mis-suministros/_/recibos/_/index.html", "twice"],
    ["/mis-suministros/a%2Fb/", "/mis-suministros/_/index.html", "an escaped slash is no slash"],
    ["/mis-suministros/a1/recibos/", "/404.html", "half an address"],
    ["/mis-suministros//recibos/2026-10/", "/404.html", "nothing where something varies"],
    ["/desk/", "/desk/index.html", "the desk"],
    ["/desk", "/desk/index.html", "the desk without its last slash"],
    ["/desk/importaciones/x/y/z", "/desk/index.html", "anything of the desk"],
    ["/desktop/", "/404.html", "what only begins like the desk"],
    ["/assets/site-abc.js", "/assets/site-abc.js", "an asset"],
    ["/favicon.svg", "/favicon.svg", "the icon"],
    ["/cartilla.pdf", "/cartilla.pdf", "the leaflet"],
    ["/formato-reclamo.pdf", "/formato-reclamo.pdf", "a form to fill in by hand"],
    ["/robots.txt", "/robots.txt", "what search engines ask for"],
    ["/.well-known/security.txt", "/.well-known/security.txt", "what finders of faults ask for"],
    ["/formato-otro.pdf", "/404.html", "a form there is not"],
    ["/cartilla.pdf.html", "/404.html", "what only begins like the leaflet"],
    ["/404.html", "/404.html", "the page for what is not there, which does not loop"],
    ["/RECIBO/", "/404.html", "capitals"],
    ["/no-hay/../recibo/", "/404.html", "dots"],
    ["//example.com/", "/404.html", "an address that would leave"],
    ["/plazos.html", "/404.html", "a file that never was"],
  ])("%s is %s: %s", (uri, file) => {
    expect(edge(uri)).toBe(file);
  });

  it.each([
    ["/", 200, "a page for everybody"],
    ["/ayuda/index.html", 200, "the same by its file"],
    ["/formato-reclamo.pdf", 200, "a form"],
    ["/no-hay/", 404, "what is not there", "noindex"],
    ["/404.html", 404, "the page that says so", "noindex"],
    ["/desk/reclamos/", 200, "the desk", "noindex"],
    ["/notificacion/_/index.html", 200, "what a key opens", "noindex"],
    ["/mis-datos/", 200, "an account's", "noindex"],
    ["/retomar/", 200, "where a key is typed", "noindex"],
  ])("answers %s with %i: %s", (uri, statusCode, _why, tag = undefined) => {
    const answered = handlerOf(edgeFunction())({ request: { uri }, response: { statusCode: 200, headers: {} } });
    expect(answered).toMatchObject({ statusCode, headers: tag ? { "x-robots-tag": { value: tag } } : {} });
    expect("x-robots-tag" in answered.headers).toBe(tag !== undefined);
  });

  it("leaves the status of a file that is gone", () => {
    const gone = { request: { uri: "/assets/gone.js" }, response: { statusCode: 403, headers: {} } };
    expect(handlerOf(edgeFunction())(gone)).toEqual({ statusCode: 403, headers: {} });
  });

  it("fits what CloudFront takes", () => {
    expect(edgeFunction().length).toBeLessThan(10_000);
  });
});

it("who finds a fault writes to the office for a year from what was built", () => {
  expect(
    securityContact("9f66838 2026-12-03T00:00:00.000Z"),
  ).toBe(`Contact: ${tenant.contact.site.value}/mesa-de-partes/
Expires: 2027-12-03T00:00:00.000Z
Preferred-Languages: es, en
Canonical: ${tenant.contact.site.value}/.well-known/security.txt
`);
});

it("the generated routes equal the contract's", () => {
  expect(readFileSync(generatedRoutes, "utf8")).toBe(routesSource());
  expect(readFileSync(generatedDeskWriteRoutes, "utf8")).toBe(routesSource("staffWrites"));
});

it("an address escapes its values, and throws if one is missing", () => {
  const { path } = sitePages.supplyReceipt;
  expect(filled(path, { linkId: "a/b", period: "2026-10" })).toBe("/mis-suministros/a%2Fb/recibos/2026-10/");
  expect(() => filled(path, { linkId: "a" })).toThrow("period");
});
