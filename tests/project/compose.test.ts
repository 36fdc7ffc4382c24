import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(`${root}docker-compose.yml`, "utf8");

const service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  healthcheck: z.looseObject({}).optional(),
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

  it("gives the site the password of no other role than its own", () => {
    expect(compose.services["app"]?.secrets.filter((name) => name.endsWith("_password"))).toEqual([
      "app_password",
    ]);
  });

  it("backs up as the role that row-level security lets read, and watches that it does", () => {
    expect(compose.services["backup"]?.secrets).toEqual(["backup_password"]);
    expect(compose.services["backup"]?.healthcheck).toBeDefined();
  });

  it("keeps the database and its tasks off the outer network, and our own programs from writing", () => {
    const outside = services.filter(([, { networks }]) => networks.includes("front")).map(([name]) => name);
    expect(outside.sort()).toEqual(["app", "caddy"]);
    for (const name of ["app", "task"]) {
      expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
    }
  });

  it("says in a sentence that the site is away, which the site itself cannot", () => {
    const door = readFileSync(`${root}deploy/Caddyfile`, "utf8");
    expect(door).toMatch(/handle_errors[^}]*err\.status_code\} in \[502, 503, 504\]/);
    expect(door).toContain("Hệ thống đang tạm dừng");
  });

  it("has each of its secrets drawn, or laid out empty, by make-secrets.sh", () => {
    const drawn = readFileSync(`${root}deploy/make-secrets.sh`, "utf8");
    for (const name of Object.keys(compose.secrets)) expect(drawn, name).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe("deploy/app.sh", () => {
  it.each(["site", "migrate", "create-admin"])("does not begin with %s while a secret is missing", (task) => {
    const { status, stderr, stdout } = spawnSync("sh", [`${root}deploy/app.sh`, task], {
      env: { ...process.env, SECRETS_FOLDER: "/nowhere" },
      encoding: "utf8",
    });
    expect({ status, said: stderr + stdout }).toEqual({
      status: 1,
      said: "Not started: secrets/app_password is missing or empty: run sh deploy/make-secrets.sh\n",
    });
  });
});
