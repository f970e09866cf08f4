import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A running Request Tracker 5, called by its REST 2 interface as its administrator. */
export interface RequestTracker {
  /** Sends a request of REST 2 and returns its answer. @throws for any answer but a success */
  call(method: "GET" | "POST", path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

const server = "/usr/share/request-tracker5/libexec/rt-server";
/** The database as the package's installation made it. */
const installed = "/var/lib/dbconfig-common/sqlite3/request-tracker5/rtdb";
const packages = "request-tracker5 rt5-standalone rt5-db-sqlite starman";

/**
 * Starts the Request Tracker 5 of Debian's packages on a free port of this machine, with two workers and a copy of the
 * database that its installation made: neither the installed database nor its configuration is changed.
 * @throws with what to install, if it is not there or its database cannot be read; with what it said, if it ended; if
 * it does not answer in a minute
 */
export async function startRequestTracker(): Promise<RequestTracker> {
  if (!existsSync(server) || !existsSync(installed))
    throw new Error(`Request Tracker 5 is not installed: apt-get install --no-install-recommends ${packages}`);
  const folder = mkdtempSync(join(tmpdir(), "caudal-peer-"));
  const database = join(folder, "rtdb");
  copyFileSync(installed, database);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings: Readonly<Record<string, string | number>> = {
    rtname: "peer",
    Organization: "peer",
    WebDomain: "127.0.0.1",
    WebPort: port,
    WebPath: "",
    WebBaseURL: origin,
    WebURL: `${origin}/`,
    RestrictReferrer: 0,
    DatabaseType: "SQLite",
    DatabaseName: database,
    LogToSTDERR: "error",
    // Mails are written to a file: it need not wait for a mail server.
    MailCommand: "testfile",
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, ${JSON.stringify(value)});`);
  writeFileSync(join(folder, "RT_SiteConfig.pm"), `${lines.join("\n")}\nSet($LogToSyslog, undef);\n1;\n`);
  const log = openSync(join(folder, "log"), "w");
  const running = spawn(server, ["--server", "Starman", "--workers", "2", "--listen", `127.0.0.1:${port}`], {
    env: {
      ...process.env,
      RT_SITE_CONFIG: join(folder, "RT_SiteConfig.pm"),
      RT_SITE_CONFIG_DIR: join(folder, "no-more-settings"),
      TMPDIR: folder,
    },
    stdio: ["ignore", log, log],
  });
  const ended = new Promise<void>((resolve) => running.once("exit", () => resolve()));
  const authorization = `Basic ${Buffer.from("root:password").toString("base64")}`;
  const call: RequestTracker["call"] = async (method, path, body) => {
    const answer = await fetch(`${origin}/REST/2.0/${path}`, {
      method,
      headers: { authorization, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    return JSON.parse(text);
  };
  const stop = async (): Promise<void> => {
    running.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(
      () => call("GET", "queues/all"),
      () => running.exitCode === null,
    );
  } catch (failure) {
    const said = readFileSync(join(folder, "log"), "utf8").trim().split("\n").at(-1) ?? "";
    const hasEnded = running.exitCode !== null;
    await stop();
    throw hasEnded ? new Error(`Request Tracker 5 ended, ${said.trim()} (it needs ${packages})`) : failure;
  }
  return { call, stop };
}

const patienceMs = 60_000;

async function answering(ask: () => Promise<unknown>, isRunning: () => boolean): Promise<void> {
  for (const until = Date.now() + patienceMs; ; ) {
    try {
      await ask();
      return;
    } catch (failure) {
      if (Date.now() > until || !isRunning()) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => void probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
