import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { cannotStart } from "./cannot-start.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Gateway {
  readonly origin: string;
  /**
   * Begins to answer. Each request goes to the handler with the longest prefix that the request's path begins with; 503
   * if none fits. A request to another host name is redirected to `origin` (308). If a handler throws, the answer is
   * 500.
   */
  open(handlers: Readonly<Record<string, Handler>>): void;
  stop(): Promise<void>;
}

/**
 * Starts the HTTP server that browsers and clients call, on `port` of this machine only; 0 takes a free port. Answers
 * 503 with `retry-after` until `open` is called. `say` gets what a handler throws.
 * @throws `CannotStart` if the port is taken
 */
export async function startGateway(port: number, say: (line: string) => void): Promise<Gateway> {
  let handlers: readonly (readonly [string, Handler])[] = [];
  let origin = "";
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const handler = handlers.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (!handler) return void response.writeHead(503, { "retry-after": "1" }).end("starting\n");
    // It has one address only: sign-in and stored pages belong to an origin, so any other name of this machine is
    // redirected.
    if (`http://${request.headers.host}` !== origin)
      return void response.writeHead(308, { location: `${origin}${path}` }).end();
    try {
      await handler(request, response);
    } catch (failure) {
      say(`gateway: ${failure instanceof Error ? failure.stack : String(failure)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  origin = `http://127.0.0.1:${await listening(server, port)}`;
  return {
    origin,
    open: (byPrefix) => {
      handlers = Object.entries(byPrefix).sort(([one], [other]) => other.length - one.length);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => void server.close(done));
    },
  };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once("error", fail).listen(port, "127.0.0.1", done);
  }).catch((failure: unknown) => {
    if (!(failure instanceof Error && "code" in failure && failure.code === "EADDRINUSE")) throw failure;
    throw cannotStart(
      `El puerto ${port} ya está en uso. Cierra lo que lo usa, o elige otro: PORT=${port + 1} npm start`,
    );
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
