// Loaded before any TypeScript, which an older Node cannot read: Node would only say ERR_UNKNOWN_FILE_EXTENSION.
const oldest = 24;
if (Number(process.versions.node.split(".")[0]) < oldest) {
  process.stderr.write(
    `Caudal needs Node ${oldest} and this is ${process.versions.node}. On Linux, npm ci brings it: run it, then npm start or npm test. Elsewhere, install Node ${oldest}.\n`,
  );
  process.exit(1);
}
