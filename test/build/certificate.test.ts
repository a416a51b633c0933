import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { trustedCertificate } from "../../src/build/certificate";

let folder: string;

/** Makes a CA and a certificate for localhost; `signedBy` another CA where the two must not fit. */
function makeCertificates(signedByAnother = false): void {
  const openssl = (...words: string[]) =>
    execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });
  const authority = (name: string) =>
    openssl(
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.crt`,
    );
  authority("ca");
  authority("another");
  const signer = signedByAnother ? "another" : "ca";
  openssl(
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=localhost",
    "-keyout",
    "localhost.key",
    "-out",
    "localhost.csr",
  );
  openssl(
    "x509",
    "-req",
    "-in",
    "localhost.csr",
    "-CA",
    `${signer}.crt`,
    "-CAkey",
    `${signer}.key`,
    "-CAcreateserial",
    "-days",
    "1",
    "-out",
    "localhost.crt",
  );
}

const tool = (trusted: boolean | (() => boolean), install = async () => undefined as void) => ({
  verifyCertificates: jest.fn(typeof trusted === "function" ? trusted : () => trusted),
  ensureCertificatesAreInstalled: jest.fn(install),
});

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

describe("trustedCertificate", () => {
  it("takes a certificate that the machine trusts", async () => {
    makeCertificates();
    const given = tool(true);
    const found = await trustedCertificate({
      platform: "win32",
      mayAsk: true,
      tool: given,
      folder,
    });
    expect("files" in found && found.files.cert.toString()).toContain("BEGIN CERTIFICATE");
    expect(given.ensureCertificatesAreInstalled).not.toHaveBeenCalled();
  });

  it("does not believe a tool that says trusted of a certificate another CA signed", async () => {
    makeCertificates(true);
    const found = await trustedCertificate({ platform: "linux", tool: tool(true), folder });
    expect(found).toEqual({
      reason: "this machine trusts no certificate of office-addin-dev-certs",
    });
  });

  it("asks where a person is there, and believes only what is verified afterwards", async () => {
    const given = tool(false, async () => makeCertificates());
    const found = await trustedCertificate({
      platform: "darwin",
      mayAsk: true,
      tool: given,
      folder,
    });
    expect(given.ensureCertificatesAreInstalled).toHaveBeenCalledTimes(1);
    expect(found).toHaveProperty("reason");
  });

  it.each([
    ["linux", true],
    ["win32", false],
  ])("does not ask on %s with mayAsk %s", async (platform, mayAsk) => {
    const given = tool(false);
    await trustedCertificate({ platform, mayAsk, tool: given, folder });
    expect(given.ensureCertificatesAreInstalled).not.toHaveBeenCalled();
  });

  it("gives the reason when the tool fails", async () => {
    const given = tool(false, async () => {
      throw new Error("no PowerShell\nat line 1");
    });
    expect(
      await trustedCertificate({ platform: "win32", mayAsk: true, tool: given, folder }),
    ).toEqual({ reason: "office-addin-dev-certs failed: no PowerShell" });
  });
});
