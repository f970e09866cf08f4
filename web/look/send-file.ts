/** Returns the SHA-256 of a file in lower-case hexadecimal. Throws if the file cannot be read. */
export async function fingerprint(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends a file by a presigned POST and returns whether it arrived (a status of 200 to 299). Calls `onProgress` with
 * whole per cents, which `fetch` could not report. Never rejects.
 */
export function sendFile(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Blob,
  onProgress: (percent: number) => void,
): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
    request.onloadend = () => resolve(request.status >= 200 && request.status < 300);
    request.open("POST", url);
    request.send(form);
  });
}
