/** A right that no run here uses, as `grantedRights` names it, and why its function has it nevertheless. */
interface Unused {
  readonly because: string;
  readonly rights: readonly string[];
}

const recording = (by: string, ...rights: readonly string[]): readonly string[] =>
  ["dynamodb:PutItem billing", "dynamodb:UpdateItem billing", "dynamodb:Query billing", ...rights].map(
    (right) => `${by} ${right}`,
  );

/** The rights that are used by no office that is replayed or lived, each with one reason. */
export const explainedRights: readonly Unused[] = [
  {
    because: "signs an address that somebody else opens with it, which is no call of its own",
    rights: [
      ...["casework s3:GetObject evidence", "casework s3:GetObject exports", "telephone s3:GetObject evidence"],
      ...["claims s3:GetObject evidence", "claims s3:GetObject exports"],
      ...["administration s3:GetObject imports", "administration s3:PutObject imports"],
      ...["reports s3:GetObject imports", "signing s3:GetObject exports"],
      ...["submissions s3:GetObject evidence", "submissions s3:PutObject quarantine"],
    ],
  },
  {
    because: "records in cases, and an entry that ends a claim changes its hold whoever records it",
    rights: [
      ...recording("accept-uploads"),
      ...recording("assign-inspections"),
      ...recording("export-case-files"),
      ...recording("send-notices"),
      ...recording("track-deliveries"),
      ...["submissions dynamodb:UpdateItem billing", "submissions dynamodb:Query billing"],
    ],
  },
  {
    because: "records in cases, and the store of cases reads heads and marks by key; the same items as its query",
    rights: [
      ...["accept-uploads", "administration", "assign-inspections"].map((by) => `${by} dynamodb:BatchGetItem claims`),
      ...["export-case-files", "send-notices", "track-deliveries"].map((by) => `${by} dynamodb:BatchGetItem claims`),
      ...["administration dynamodb:GetItem claims", "assign-inspections dynamodb:GetItem claims"],
      ...["accept-uploads dynamodb:PutItem claims", "export-case-files dynamodb:UpdateItem claims"],
      "track-deliveries dynamodb:UpdateItem claims",
    ],
  },
  {
    because: "takes in the atypical readings of a file E, and no office here imports one (the tests of `takeControl`)",
    rights: [
      ...["GetItem claims", "PutItem claims", "UpdateItem claims"].map((of) => `import-receipts dynamodb:${of}`),
      "import-receipts dynamodb:Query billing",
    ],
  },
  {
    because: "goes on after a death: what was kept already is read back (the tests of each, by `mortal`)",
    rights: ["render-documents s3:GetObject evidence", "send-notices s3:GetObject evidence"],
  },
  {
    because: "a file that is checked only after its claim was filed (test/functions/accept-uploads)",
    rights: ["accept-uploads dynamodb:Query claims"],
  },
  {
    because: "look-ups of receipts, of which no way of a claim waits for the count (test/functions/count-totals)",
    rights: ["count-totals dynamodb:UpdateItem claims"],
  },
  {
    because: "nobody here signed in by a pool, so nobody has a contact in it (test/functions/receipts)",
    rights: ["receipts cognito-idp:AdminGetUser customers"],
  },
  {
    because: "an address that has an account, and somebody who leaves (test/functions/administration)",
    rights: ["administration cognito-idp:AdminGetUser staff", "administration cognito-idp:AdminDisableUser staff"],
  },
  {
    because: "a file is checked in this thread and drawn from its upload (test/functions/accept-uploads)",
    rights: ["accept-uploads s3:GetObject quarantine"],
  },
  {
    because: "an import that waits until somebody decides (test/functions/administration/billing/imports.test.ts)",
    rights: ["administration sqs:SendMessage import-ranges"],
  },
  {
    because: "more than one part of a month's register (test/functions/build-reports)",
    rights: ["build-reports sqs:SendMessage reports"],
  },
  {
    because: "the lists of one's own work and of all that is to be done (test/functions/casework)",
    rights: ["casework dynamodb:Query claims/openByDay", "casework dynamodb:Query claims/openByOwner"],
  },
  {
    because: "a month that has requests for attention or observations to count (test/functions/recount-totals)",
    rights: ["recount-totals dynamodb:BatchGetItem claims"],
  },
  {
    because: "an owner's count of open claims that is wrong (test/functions/recount-totals)",
    rights: ["recount-totals dynamodb:UpdateItem claims"],
  },
  {
    because: "new receipts that somebody agreed to hear of, and scans that never came (test/functions/sweep)",
    rights: ["sweep sqs:SendMessage notices", "sweep sqs:SendMessage uploads"],
  },
  {
    because: "a supply whose newest receipt names another holder (test/functions/send-notices)",
    rights: ["send-notices dynamodb:DeleteItem claims"],
  },
  {
    because: "a mail about receipts that was marked as spam (test/functions/track-deliveries)",
    rights: ["track-deliveries dynamodb:DeleteItem claims"],
  },
  {
    because:
      "takes the log of text messages, which no office in a process writes (test/functions/track-text-deliveries)",
    rights: ["track-text-deliveries sqs:SendMessage notice-events"],
  },
  {
    because: "a document of the office that somebody looks at (`document-pages.test.ts`, `submission-pages.test.ts`)",
    rights: ["casework sqs:SendMessage drawings"],
  },
  {
    because: "is asked by who holds a document, in no way of a claim (test/functions/verifications)",
    rights: [
      ...["verifications dynamodb:GetItem claims", "verifications dynamodb:Query claims"],
      ...["verifications kms:GetPublicKey seals", "verifications s3:GetObject digests"],
      ...["verifications s3:GetObject evidence", "verifications s3:ListBucket digests"],
    ],
  },
];
