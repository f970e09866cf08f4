const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** A PDF of one empty page; `more` stands in its catalog, `after` as objects of their own. */
export function samplePdf(more = "", after = ""): Uint8Array {
  return latin1(
    [
      "%PDF-1.7",
      `1 0 obj << /Type /Catalog /Pages 2 0 R ${more} >> endobj`,
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj",
      after,
      "trailer << /Root 1 0 R /Size 4 >>",
      "%%EOF",
    ].join("\n"),
  );
}

/** A PNG of one point. */
export const samplePng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
