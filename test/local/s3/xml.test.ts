import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element, parseXml, renderXml } from "../../../local/s3/xml.ts";

describe("an XML document", () => {
  it.each([
    [
      "a prolog and attributes",
      `<?xml version="1.0"?>\n<a xmlns="http://x/" b='1'><c/></a>`,
      element("a", element("c")),
    ],
    ["entities", "<a>&lt;&amp;&gt;&quot;&apos;&#241;&#xF1;&#x1F600;</a>", element("a", `<&>"'ññ\u{1f600}`)],
    ["blanks that count and blanks that do not", "<a> \n <b> x </b>\n</a>", element("a", element("b", " x "))],
    ["comments", "<!-- one --><a><!-- <b> --><c>1</c></a>", element("a", element("c", 1))],
    ["children of one name", "<a><b>1</b><b>2</b></a>", element("a", element("b", 1), element("b", 2))],
  ])("is read with %s", (_, source, expected) => {
    const [withoutLayout] = [parseXml(source)].map((root) => ({ ...root, text: root.text.trim() }));
    expect(withoutLayout).toEqual(expected);
  });

  it.each([
    ["empty", ""],
    ["plain text", "hello"],
    ["cut off", "<a><b></b>"],
    ["closed too often", "<a></a></a>"],
    ["crossed", "<a><b></a></b>"],
    ["two documents", "<a/><b/>"],
    ["text after the document", "<a/>text"],
    ["text between elements", "<a>text<b/></a>"],
    ["an unknown entity", "<a>&nbsp;</a>"],
    ["a bare ampersand", "<a>a & b</a>"],
    ["a character beyond Unicode", "<a>&#x110000;</a>"],
    ["a doctype", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ["CDATA", "<a><![CDATA[x]]></a>"],
    ["an attribute without a value", "<a b></a>"],
    ["very deep", "<a>".repeat(100) + "</a>".repeat(100)],
  ])("is refused: %s", (_, source) => {
    expect(() => parseXml(source)).toThrow(expect.objectContaining({ code: "MalformedXML" }));
  });

  it("keeps any text over writing and reading", () => {
    const text = fc.string({ unit: "binary" }).map((text) => text.replace(/[\ud800-\udfff]/g, ""));
    fc.assert(
      fc.property(text, (text) => {
        expect(parseXml(renderXml(element("Key", text))).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
