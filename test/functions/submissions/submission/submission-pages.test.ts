import { describe, expect, it } from "vitest";
import { showSubmissionPages } from "../../../../shared/contract/submission/desk-submission-routes.ts";
import { call, staff } from "../../api-call.ts";
import { as, clerk, document, filed, openSubmissionDesk, receive, world } from "../desk-submissions-world.ts";

openSubmissionDesk();

const look = (submissionId: string, of = "cargo", claims = clerk) =>
  call(world.handler, showSubmissionPages, { claims, params: { submissionId, document: of } });

let made = 0;

/** A cargo of bytes that no other test has. */
async function withCargo() {
  made += 1;
  const cargo = {
    ...document("submission-cargo"),
    documentId: `cargo-${made}`,
    sha256: String(made).padStart(64, "e"),
    verificationCode: `CARG-${String(made).padStart(4, "0")}`,
  };
  const submissionId = await filed();
  await receive(submissionId);
  await world.submissions.addDocument(submissionId, "cargo", cargo);
  const asked = () => world.toDraw.filter((task) => "sha256" in task && task.sha256 === cargo.sha256);
  return { submissionId, cargo, asked };
}

describe("the pages of a document of the document desk", () => {
  it("are asked for by the first look alone, and shown once they are drawn", async () => {
    const { submissionId, cargo, asked } = await withCargo();
    const { documentId, sha256 } = cargo;
    const drawing = { status: 200, body: { state: "drawing", pages: [], more: false } };
    expect(await look(submissionId)).toMatchObject(drawing);
    expect(await look(submissionId, "cargo", staff("manager"))).toMatchObject(drawing);
    expect(asked()).toEqual([{ kind: "draw-document", documentId, sha256 }]);
    await world.documentPictures.settle(sha256, 1);
    const pages = [`https://evidence.example.pe/pages/${sha256}/1.jpg?as=1.jpg`];
    expect((await look(submissionId)).body).toEqual({ state: "drawn", pages, more: false });
  });

  it("are of no use to whom the desk gives no document, of none that is not made, nor of a person's data", async () => {
    const { submissionId, asked } = await withCargo();
    expect(await look(submissionId, "cargo", staff("operator"))).toMatchObject({ status: 403 });
    expect(await look("none")).toMatchObject({ status: 404, ...as("submission-not-found") });
    expect(await look(submissionId, "answer")).toMatchObject(as("document-not-ready"));
    expect((await look(submissionId, "data")).status).toBe(400);
    expect(asked()).toEqual([]);
  });
});
