import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = readFileSync(`${root}docker-compose.yml`, "utf8");

const service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
});
const compose = z
  .object({
    services: z.record(z.string(), service),
    secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith("./secrets/") })),
  })
  .parse(parse(text));

const services = Object.entries(compose.services);

describe("docker-compose.yml", () => {
  it("has the site, its database, the door to the outside and the backup", () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(["app", "database", "migrate", "caddy", "backup"]),
    );
    expect(compose.services["database"]?.image).toBe("postgres:18");
  });

  it("lets nobody but caddy be reached from outside", () => {
    expect(services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(["caddy"]);
  });

  it("carries no secret itself", () => {
    expect(text).not.toMatch(/postgres(ql)?:\/\//);
    const named = services.flatMap(([, { environment }]) => Object.entries(environment));
    const secrets = named.filter(([name]) => /PASSWORD|SECRET|KEY/.test(name));
    expect(secrets.every(([, value]) => value.startsWith("/run/secrets/"))).toBe(true);
  });

  it("uses only secrets it declares, and they are not in the repository", () => {
    for (const [, { secrets }] of services) {
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(secrets));
    }
    expect(readFileSync(`${root}.gitignore`, "utf8").split("\n")).toContain("secrets/");
  });

  it("mounts only files that exist", () => {
    const mounted = services.flatMap(([, { volumes }]) => volumes).filter((each) => each.startsWith("./"));
    for (const each of mounted) expect(existsSync(`${root}${each.split(":")[0]}`), each).toBe(true);
  });
});
