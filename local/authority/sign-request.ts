/**
 * Returns the PDF signed with the certificate of the seeded signer, which the test authority of the running stack at
 * `origin` issued. The stack signs; this function only asks for it.
 * @throws if no stack answers at `origin`, or if the stack's answer is not a success
 */
export async function signedByTestAuthority(origin: string, pdf: Uint8Array): Promise<Uint8Array> {
  const body = JSON.stringify({ pdf: Buffer.from(pdf).toString("base64") });
  const response = await fetch(`${origin}/_local/signature`, { method: "POST", body }).catch(() => undefined);
  if (!response) throw new Error(`Nada responde en ${origin}: npm start`);
  if (!response.ok) throw new Error(`the test authority answered ${response.status}: ${await response.text()}`);
  const { pdf: signed } = (await response.json()) as { readonly pdf: string };
  return new Uint8Array(Buffer.from(signed, "base64"));
}
