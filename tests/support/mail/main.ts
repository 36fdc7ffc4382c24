// The mail server of the browser tests: a process of its own, which keeps each mail it is given as a file.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { startMailServer } from "./server";

const folder = `${process.env["E2E_DATA_DIR"] ?? ".data/e2e"}-mail`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let count = 0;
await startMailServer({
  port: Number(process.env["E2E_SMTP_PORT"]),
  answerTo: (address) =>
    address.startsWith("khong-co") ? { responseCode: 550, message: "No such user here" } : null,
  onArrival: (mail) => {
    count += 1;
    writeFileSync(join(folder, `${String(count).padStart(4, "0")}.json`), JSON.stringify(mail));
  },
});
