/**
 * Asks the running stack at `origin` for the PDF signed with the seeded signer's certificate of its test authority.
 * @throws if no stack answers there, or if its answer is a failure.
 */
export async function signedByTestAuthority(origin: string, pdf: Uint8Array): Promise<Uint8Array> {
  const body = JSON.stringify({ pdf: Buffer.from(pdf).toString("base64") });
  const response = await fetch(`${origin}/_local/signature`, { method: "POST", body });
  if (!response.ok) throw new Error(`the test authority answered ${response.status}: ${await response.text()}`);
  const { pdf: signed } = (await response.json()) as { readonly pdf: string };
  return new Uint8Array(Buffer.from(signed, "base64"));
}
