import { refuseBusyPorts } from "../../src/build/start";

const used =
  (...ports: number[]) =>
  (port: number) =>
    Promise.resolve(ports.includes(port));

describe("npm start beside another one", () => {
  it("takes two ports that are free", async () => {
    await expect(refuseBusyPorts(3000, used(2999, 3002))).resolves.toBeUndefined();
  });

  it.each([
    [3000, [3000, 3001], 3002, 3000],
    [3001, [3000, 3001], 3003, 3001],
    [3000, [3001], 3002, 3001],
    [3000, [3000, 3001, 3002, 3003], 3004, 3000],
    [3000, [3000, 3001, 3003], 3004, 3000],
    [65534, [65535], 13000, 65535],
  ])(
    "at %d with %j in use, names %d, and the next is free too",
    async (port, busy, free, found) => {
      await expect(refuseBusyPorts(port, used(...busy))).rejects.toThrow(
        new RegExp(`^port ${found} of this machine is in use, .*npm start -- --port ${free}$`),
      );
    },
  );

  it("names none where none is free", async () => {
    await expect(refuseBusyPorts(3000, () => Promise.resolve(true))).rejects.toThrow(
      /^port 3000 .*: end that one$/,
    );
  });
});
