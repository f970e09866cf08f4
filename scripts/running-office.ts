/**
 * Returns what a local page of the office that runs here answers to `asked`, as JSON.
 * @throws with what to do if no office answers, or with the status if it refuses
 */
export async function askedHere(page: "seen" | "clock" | "fsck", asked?: object) {
  const origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`;
  const post = asked && { method: "POST", body: JSON.stringify(asked) };
  const response = await fetch(`${origin}/_local/${page}`, post).catch(() => undefined);
  if (!response) throw new Error(`Nada responde en ${origin}: npm start`);
  if (!response.ok) throw new Error(`${origin}/_local/${page} answers ${response.status}`);
  return response.json();
}
