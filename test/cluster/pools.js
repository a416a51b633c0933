// Made-up pools for the cluster, each another one, the same ones every time.
// @ts-check
const fs = require("node:fs");

/**
 * Writes a file of pools and one of a curve.
 *
 * @param {string} poolsFile where the pools go
 * @param {string} curveFile where the curve goes
 * @param {number} count how many pools
 */
function writePools(poolsFile, curveFile, count) {
  let state = 1;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const lines = ["id,price,coupon,wac,wam,age"];
  for (let i = 0; i < count; i++) {
    const coupon = 0.025 + 0.005 * Math.floor(10 * next());
    const age = Math.floor(120 * next());
    const wac = (coupon + 0.004 + 0.008 * next()).toFixed(5);
    const price = (100 + 400 * (coupon - 0.05) + 2 * next()).toFixed(4);
    lines.push(
      [`p${i}`, price, coupon.toFixed(3), wac, (next() < 0.8 ? 352 : 172) - age, age].join(),
    );
  }
  fs.writeFileSync(poolsFile, `${lines.join("\n")}\n`);
  fs.writeFileSync(curveFile, "tenor,yield\n0.25,0.037\n2,0.0355\n5,0.037\n10,0.041\n30,0.047\n");
}

module.exports = { writePools };
