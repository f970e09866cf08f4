import { startS3Server } from "../../../local/s3/server.ts";

/** The server in a process of its own, to be killed. Its queue never answers. */
const [folder = "", accessKeyId = "", secretAccessKey = ""] = process.argv.slice(2);
const notify = () => new Promise<void>(() => process.send?.("notified"));
const { endpoint } = await startS3Server({ folder, accessKeyId, secretAccessKey, notify });
process.send?.(endpoint);
