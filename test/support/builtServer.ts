/* The built workbench at http://localhost, as npm start serves it. */
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { serveFolder } from "../../src/build/serveFolder";
import { ROOT } from "./sourceFiles";

/** A server with what ends it. */
export interface BuiltServer {
  readonly origin: string;
  readonly end: () => Promise<void>;
}

/**
 * Serves dist.
 * @param wanted - The port; a free one when it is taken, or left out.
 */
export async function builtServer(wanted = 0): Promise<BuiltServer> {
  const server = await serveFolder(resolve(ROOT, "dist"), wanted).catch(() =>
    serveFolder(resolve(ROOT, "dist"), 0),
  );
  // It ends with the tests.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    end: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
