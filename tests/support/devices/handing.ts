import { createHash } from "node:crypto";

import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import { tools } from "@/lib/offline/handover/hand";
import { undecided } from "@/lib/offline/handover/rules";
import type { Differing } from "@/lib/offline/handover/types";
import { FieldStore } from "@/lib/offline/store";
import type { HeldPhoto } from "@/lib/offline/types";

export const at = new Date("2017-12-31T02:00:00.000Z");
const question = (code: string) => ({ code, groupCode: code.slice(0, 1) });

export const visitOf = (id: string, more: Partial<PackedVisit> = {}): PackedVisit =>
  ({
    ...{
      id,
      agencyCode: "snv",
      answers: {},
      sections: {},
      photos: {},
      rechecks: {},
      handKey: "ab".repeat(32),
    },
    checklist: {
      groups: ["C", "D"].map((code) => ({ code, title: "", points: 1 })),
      questions: ["C.1", "C.2", "C.3", "D.1"].map(question),
    },
    openBefore: [{ id: "finding", questionCode: "C.2" }],
    ...more,
  }) as unknown as PackedVisit;
let made = 0;

const hashOf = (said: string): string => createHash("sha256").update(said).digest("hex");
/** The same id for the same words. */
export const idOf = (said: string): string =>
  hashOf(said)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** One person's phone, which took the visit along. */
export class Phone {
  readonly store: FieldStore;
  readonly pack: HeldPack;

  constructor(
    readonly name: string,
    readonly visit: PackedVisit,
    keyId = "key",
  ) {
    this.store = new FieldStore(`${name}-${(made += 1)}`);
    const { accountId } = this.store;
    this.pack = {
      accountId,
      name,
      visits: [visit],
      madeAt: "",
      exportKey: { keyId },
    } as unknown as FieldPack;
  }

  async begin(): Promise<this> {
    await this.store.take(this.pack, 0);
    return this;
  }

  write = (code: string, note: string): Promise<void> =>
    this.store.record(this.visit.id, code.slice(0, 1), code, { outcome: "partly", note });

  async photograph(code: string, text: string, caption = ""): Promise<void> {
    const photo: HeldPhoto = {
      ...{ id: idOf(`${this.name}-${text}-${code}`), visitId: this.visit.id, questionCode: code },
      ...{ sha256: hashOf(text), fileName: "ảnh.jpg", caption },
    };
    await this.store.addPhoto(photo, new TextEncoder().encode(text).buffer);
  }

  async file(): Promise<Blob> {
    const file = await tools.handOver(this.store, this.pack, this.visit, at);
    if (!file) throw new Error("no key");
    return file.file;
  }

  take = (file: Blob) => tools.takeIn(this.store, this.pack, this.visit, file);

  async notes(): Promise<Record<string, string>> {
    const { sheets } = await this.store.held();
    return Object.fromEntries(
      sheets.flatMap(({ answers }) => Object.entries(answers).map(([code, { note }]) => [code, note])),
    );
  }

  async open(): Promise<readonly Differing[]> {
    const { handovers, sheets, rechecks } = await this.store.held();
    return undecided(handovers[0], {
      answers: Object.assign({}, ...sheets.map(({ answers }) => answers)) as never,
      rechecks: Object.fromEntries(rechecks.map((each) => [each.findingId, each])),
    });
  }

  async pictures(): Promise<string[]> {
    const { photos } = await this.store.held();
    const bytes = await Promise.all(photos.map(({ id }) => this.store.picture(id)));
    return photos.map(({ questionCode, caption }, n) => {
      const picture = bytes[n];
      return `${questionCode} ${picture ? new TextDecoder().decode(picture) : "–"} ${caption ?? ""}`.trim();
    });
  }

  async everything(): Promise<string> {
    // How many files were made is no part of what was recorded.
    return JSON.stringify({ ...(await this.store.held()), handovers: [] });
  }
}
