import { declaredAlgorithm, requireDeclaredDigest } from "./body.ts";
import { readForm } from "./form.ts";
import { addObject, readAttributes } from "./new-object.ts";
import { bucketOf, type Call, type Reply } from "./operation.ts";
import { expectPolicy } from "./post-policy.ts";
import { refuse } from "./refusals.ts";
import { uriEncodePath } from "./request.ts";
import { type Signer, verifyPolicySignature } from "./request-signature.ts";
import { expectHonoured } from "./routes.ts";
import { versionHeader } from "./versions.ts";

const honoured = ["x-amz-algorithm", "x-amz-credential", "x-amz-signature", "x-amz-meta-*", "x-amz-object-lock-*"];
const meaningful = /^(x-amz-.*|acl|tagging|redirect|success_action_redirect)$/;

/**
 * Stores the file of a browser's form upload, if `signer` signed the form's policy and the policy allows the fields and
 * the file's size. Answers 204, or 200 if `success_action_status` is 200. Refuses `NoSuchBucket`; `AccessDenied` if the
 * form is for another bucket or breaks its policy; `InvalidArgument` without a key; `KeyTooLongError` for a key over
 * 1024 bytes; `NotImplemented` for status 201 or a field that would be ignored; S3's code for anything malformed.
 */
export async function postObject(call: Call, signer: Signer): Promise<Reply> {
  const { store, request, now } = call;
  const bucket = bucketOf(call);
  const { fields, file } = await readForm(request.body, request.headers.get("content-type") ?? "");
  if ((fields.get("bucket") ?? bucket.name) !== bucket.name) refuse("AccessDenied", "The form is for another bucket");
  fields.set("bucket", bucket.name);
  verifyPolicySignature(fields, signer);
  const sizes = expectPolicy(fields, now);
  expectHonoured(
    [...fields.keys()].filter((name) => meaningful.test(name)),
    honoured,
  );
  const key = fields.get("key") || refuse("InvalidArgument", "Bucket POST must contain a field named 'key'.");
  if (Buffer.byteLength(key) > 1024) refuse("KeyTooLongError");
  const asked = fields.get("success_action_status");
  if (asked === "201") refuse("NotImplemented", "success_action_status 201 is not implemented");
  const attributes = readAttributes(fields, bucket, now);
  if (attributes.retention || attributes.legalHold) requireDeclaredDigest(fields);
  const form = { chunks: file, declared: fields, algorithm: declaredAlgorithm(fields), ...sizes };
  const object = await store.receive(form, (received, body) =>
    addObject(call, { key, body, received, attributes, creation: "Post" }),
  );
  const location = `/${bucket.name}/${uriEncodePath(key)}`;
  const headers = { etag: `"${object.etag}"`, location, ...versionHeader(bucket, object) };
  return { status: asked === "200" ? 200 : 204, headers };
}
