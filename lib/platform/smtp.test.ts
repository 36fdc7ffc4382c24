import { describe, expect, it } from "vitest";

import type { Environment } from "@/lib/platform/env";
import { mailFaults, mailSettings } from "@/lib/platform/env";
import { handOver, needsTls } from "@/lib/platform/smtp";
import { startMailServer } from "@/tests/support/mail/server";

const message = {
  id: "0198c0de-0000-7000-8000-000000000001",
  to: { name: "Lê Thị Mai", address: "mai@tinh.example" },
  subject: "Việc cần làm",
  text: "Nội dung",
  html: "<p>Nội dung</p>",
  stopAddress: "https://nenep.example/api/mail/stop/x",
};
const through = (smtpUrl: string) => ({
  smtpUrl,
  from: "nenep@tinh.example",
  publicUrl: "https://nenep.example",
});

describe("a mail server", () => {
  it("that is not this machine is spoken to under TLS, or not at all", async () => {
    // 127.0.0.2 is not among the names of this machine, though it leads here.
    const server = await startMailServer({ host: "127.0.0.2" });
    const answer = await handOver(through(`smtp://127.0.0.2:${server.port}`), message);
    await server.close();
    expect(answer.outcome).toBe("deferred");
    expect(answer.reason).toMatch(/STARTTLS|TLS/);
    expect(server.arrived).toEqual([]);
  });

  it.each([
    ["smtp://localhost:25", false],
    ["smtp://127.0.0.1", false],
    ["smtp://[::1]:1025", false],
    ["smtp://thu.tinh.example:587", true],
    ["smtp://localhost.tinh.example", true],
    ["smtps://thu.tinh.example", true],
  ])("%s", (url, tls) => {
    expect(needsTls(url)).toBe(tls);
  });

  it("whose certificate nobody vouches for is not spoken to", async () => {
    const server = await startMailServer({ host: "127.0.0.2", secure: true });
    const answer = await handOver(through(`smtps://127.0.0.2:${server.port}`), message);
    await server.close();
    expect(answer.outcome).toBe("deferred");
    expect(server.arrived).toEqual([]);
  });

  it("that is not there puts the mail off", async () => {
    const server = await startMailServer();
    await server.close();
    expect((await handOver(through(`smtp://127.0.0.1:${server.port}`), message)).outcome).toBe("deferred");
  });

  it("gets the message whole, with names in Vietnamese and no line anybody put into a header", async () => {
    const server = await startMailServer();
    const sent = await handOver(through(`smtp://127.0.0.1:${server.port}`), {
      ...message,
      to: { name: "Lê Thị Mai\r\nBcc: khac@tinh.example", address: "mai@tinh.example" },
      subject: "Việc\r\nX-Added: 1",
    });
    await server.close();
    expect(sent.outcome).toBe("sent");
    expect(server.arrived.map(({ to }) => to)).toEqual(["mai@tinh.example"]);
    const { mail } = server.arrived[0] ?? {};
    expect(mail?.headers.map(({ key }) => key)).not.toContain("x-added");
    expect(mail?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(mail?.text?.trim()).toBe("Nội dung");
  });
});

describe("the settings of mail", () => {
  const base: Environment = {
    DATABASE_URL: "postgresql://x",
    NEXTAUTH_SECRET: "x".repeat(32),
    NENEP_DEMO: "0",
    LOG_LEVEL: "info",
  };
  const whole = { ...base, SMTP_URL: "smtp://x", MAIL_FROM: "a@b.example", PUBLIC_URL: "https://c.example/" };

  it("are none where nothing is set, and nothing is wrong with that", () => {
    expect([mailSettings(base), mailFaults(base)]).toEqual([null, []]);
  });

  it("are whole or refused", () => {
    expect(mailSettings(whole)).toEqual({
      smtpUrl: "smtp://x",
      from: "a@b.example",
      publicUrl: "https://c.example",
    });
    expect(mailFaults(whole)).toEqual([]);
    expect(mailFaults({ ...base, SMTP_URL: "smtp://x" })).toHaveLength(2);
  });
});
