// How the development server answers: to this machine and to Office only.
// @ts-check

/**
 * Excel on the web fetches functions.json by script from its own page, which is another origin, so this
 * one file must name that origin. The page, the scripts and the icons are framed or loaded as tags and
 * need no such header. The origins are those of Excel on the web; a wildcard would let any page read.
 */
const OFFICE_ORIGIN =
  /^https:\/\/([a-z0-9-]+\.)*(officeapps\.live\.com|officeapps\.microsoft\.com|cloud\.microsoft|sharepoint\.com|office\.com)$/;

/**
 * Says which page may read a file by script.
 *
 * @param {string} file the path asked for
 * @param {string | undefined} origin the page that asks
 * @returns {Record<string, string>} headers; none where no other page may read
 */
function originHeaders(file, origin) {
  if (file !== "/functions.json") return {};
  return origin !== undefined && OFFICE_ORIGIN.test(origin)
    ? { "Access-Control-Allow-Origin": origin, Vary: "Origin" }
    : { Vary: "Origin" };
}

/**
 * Makes the options of webpack-dev-server.
 *
 * @param {number} port the port
 * @param {{ ca: Buffer, cert: Buffer, key: Buffer } | undefined} certificate a trusted one; without it
 *   the server signs its own
 * @returns {import("webpack-dev-server").Configuration} the options
 */
function serveOptions(port, certificate) {
  return {
    host: "127.0.0.1",
    port,
    server: certificate ? { type: "https", options: certificate } : "https",
    allowedHosts: ["localhost", "127.0.0.1"],
    // The page runs under its own policy and in Excel: no script of the server's joins it.
    client: false,
    hot: false,
    liveReload: false,
    webSocketServer: false,
    static: false,
    // Without its client, the server's own pages are of no use; one of them opens files in an editor.
    setupMiddlewares: (middlewares) =>
      middlewares.filter(({ name = "" }) => !/^webpack-dev-server-/.test(name)),
    // On disk too: the command line and sideloading read dist.
    devMiddleware: { writeToDisk: true },
    headers: (request) => {
      const { pathname } = new URL(request.url ?? "/", "https://localhost");
      return { "Cache-Control": "no-cache", ...originHeaders(pathname, request.headers?.origin) };
    },
  };
}

module.exports = { serveOptions, originHeaders };
