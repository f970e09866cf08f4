import { startS3Server } from "../../../local/s3/server.ts";

/** Runs the server in a child process that tests kill; its queue never answers. */
const [folder = "", accessKeyId = "", secretAccessKey = ""] = process.argv.slice(2);
const notify = () => new Promise<void>(() => process.send?.("notified"));
const { endpoint } = await startS3Server({ folder, accessKeyId, secretAccessKey, notify });
process.send?.(endpoint);
