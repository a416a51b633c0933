// Serves the files of a folder to this machine only.
// @ts-check
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

/** Without a charset the engine's script is read as another encoding and fails. */
const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".png", "image/png"],
  [".map", "application/json; charset=utf-8"],
]);

/** Names of this machine; another name is a page elsewhere that points at this address. */
const OWN_NAMES = new Set(["localhost", "127.0.0.1"]);

/**
 * Serves a folder at http://localhost.
 *
 * @param {string} folder an absolute path
 * @param {number} port the port; 0 takes a free one
 * @returns {Promise<import("node:http").Server>} the server, listening
 */
function serveFolder(folder, port) {
  const server = http.createServer((request, response) => {
    const answer = (/** @type {number} */ status, /** @type {string} */ words) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(words);
    };
    const host = String(request.headers.host ?? "").replace(/:\d+$/, "");
    if (!OWN_NAMES.has(host)) return answer(403, "this server answers to localhost only");
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "GET only");
    const file = fileOf(folder, request.url ?? "/");
    if (file === null) return answer(404, "there is no such file");
    const { size, mtimeMs } = fs.statSync(file);
    const tag = `"${size}-${mtimeMs}"`;
    // The browser asks each time, and keeps what it has compiled while the file is the same.
    const headers = { "Cache-Control": "no-cache", ETag: tag };
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
    response.writeHead(200, {
      ...headers,
      "Content-Type": TYPES.get(path.extname(file)) ?? "application/octet-stream",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    return fs.createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/**
 * The file that an address names.
 *
 * @param {string} folder an absolute path
 * @param {string} address the path and query of a request
 * @returns {string | null} a file inside the folder; null when there is none
 */
function fileOf(folder, address) {
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return null;
  }
  const file = path.join(folder, wanted === "/" ? "workbench.html" : wanted);
  const inside = file.startsWith(folder + path.sep) && !wanted.includes("\0");
  return inside && fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

module.exports = { serveFolder, fileOf };
