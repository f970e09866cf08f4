import { byteReader } from "./byte-reader.ts";
import { refuse } from "./refusals.ts";

/** A browser's upload form, read up to its file; fields after the file are ignored, as S3 does. */
export interface UploadForm {
  /** By name, in lower case. */
  fields: Map<string, string>;
  /** The file's bytes, read as they arrive. */
  file: AsyncIterable<Buffer>;
}

/** The most bytes of all fields before the file. */
const largestFields = 20 * 1024;

/**
 * Reads `multipart/form-data` up to the file's bytes; `${filename}` in a field becomes the file's name without folders.
 * Refuses `MalformedPOSTRequest` if the boundary or a field's name is missing; `InvalidArgument` if there is no file or
 * a field comes twice; `MaxPostPreDataLengthExceeded` if the fields are over 20 KiB; `IncompleteBody` if the form ends
 * too early.
 */
export async function readForm(body: AsyncIterable<Buffer>, contentType: string): Promise<UploadForm> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const delimiter = `\r\n--${quoted ?? bare ?? refuse("MalformedPOSTRequest")}`;
  // The first boundary has no line end before it; with one added, all parts are read alike.
  const reader = byteReader(body, "\r\n");
  const fields = new Map<string, string>();
  let left = largestFields;
  await reader.text(delimiter, left);
  for (;;) {
    const afterBoundary = await reader.text("\r\n", left);
    if (afterBoundary !== "") refuse("InvalidArgument", "POST requires exactly one file upload per request.");
    const head = await reader.text("\r\n\r\n", left);
    const [, name] = /;\s*name="([^"]*)"/i.exec(head) ?? refuse("MalformedPOSTRequest");
    const field = (name ?? "").toLowerCase();
    if (field === "file") {
      const [, path = ""] = /;\s*filename="([^"]*)"/i.exec(head) ?? [];
      const fileName = path.replace(/^.*[/\\]/, "");
      for (const [name, value] of fields)
        fields.set(
          name,
          value.replaceAll(/\$\{filename\}/g, () => fileName),
        );
      return { fields, file: reader.until(delimiter) };
    }
    const value = await reader.text(delimiter, left);
    left -= Buffer.byteLength(head) + Buffer.byteLength(value);
    if (fields.has(field)) refuse("InvalidArgument", `The form has ${field} twice`);
    fields.set(field, value);
  }
}
