import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { edgeFunction, generatedRoutes, routesSource } from "../../scripts/web.ts";
import { filled } from "../../web/filled-path.ts";
import { sitePages } from "../../web/paths.ts";
import { edgeOf } from "./site-server.ts";

const edge = edgeOf(edgeFunction());

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

  it("fits what CloudFront takes", () => {
    expect(edgeFunction().length).toBeLessThan(10_000);
  });
});

it("the generated routes equal the contract's", () => {
  expect(readFileSync(generatedRoutes, "utf8")).toBe(routesSource());
});

it("an address escapes its values, and throws if one is missing", () => {
  const { path } = sitePages.supplyReceipt;
  expect(filled(path, { linkId: "a/b", period: "2026-10" })).toBe("/mis-suministros/a%2Fb/recibos/2026-10/");
  expect(() => filled(path, { linkId: "a" })).toThrow("period");
});
