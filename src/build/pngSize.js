// @ts-check

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads the size of a picture from the head of a PNG file.
 *
 * @param {Buffer} file the file
 * @returns {{ width: number, height: number } | undefined} its size; nothing for another kind of file
 */
function pngSize(file) {
  const isPng =
    file.length >= 24 &&
    file.subarray(0, 8).equals(SIGNATURE) &&
    file.toString("latin1", 12, 16) === "IHDR";
  return isPng ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) } : undefined;
}

module.exports = { pngSize };
