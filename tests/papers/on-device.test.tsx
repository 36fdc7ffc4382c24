import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { HomeView } from "@/components/field/home-view";
import { PaperProof } from "@/components/field/paper-proof";
import { PrintView } from "@/components/field/print-view";
import { SealedView } from "@/components/field/sealed-view";
import { sealedOf, type Sealed } from "@/components/field/sealed";
import type { Fieldwork } from "@/components/field/use-field";
import { vietnamese as words } from "@/components/field/words";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { minutesText } from "@/lib/visits/minutes/rules";
import * as wording from "@/lib/visits/wording/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";
import { frame, sheet, visit } from "./whole-visit";

const receipt = { number: "000877", time: "03/01/2018 08:15" };
const copy = {
  visit: { ...visit, frame },
  sheet: wording.sealedWith({ visit, frame }, sheet),
  fingerprint: "f".repeat(64),
  sealedAt: "2017-12-31T09:30:00.000Z",
};
const pack = { visits: [visit], madeAt: "2017-12-30T01:00:00.000Z", today: "2017-12-30" };
const day = plainDate("31/12/2017");

const page = (element: React.ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<[^>]*>/g, "\n")
    .replace(/\n+/g, "\n");

/** The three places of the device that name a receipt: the page of what was sealed, the list, and the foot of the copy. */
function shown(more: Partial<Sealed>, items: readonly object[] = []): Record<string, string> {
  const sealed: Sealed = { ...copy, fate: "waiting", isListed: false, ...more };
  const held = {
    ...{ sheets: [], rechecks: [], items, photos: [], handovers: [], unread: [] },
    drafts: [{ visitId: visit.id, sealed }],
  } as unknown as Held;
  const at = { held, pack: { ...pack, visits: [] } as unknown as HeldPack, words };
  return {
    sealed: page(<SealedView {...at} sealed={sealed} store={{} as FieldStore} />),
    home: page(
      <HomeView {...at} field={{ store: null, left: [] as const } as unknown as Fieldwork} day={day} />,
    ),
    paper: page(<PaperProof sealed={sealed} now={new Date("2018-01-03T02:00:00Z")} offset={0} />),
  };
}

/** The page and the copy of minutes that were sealed without their text. */
function shownOf(sealed: Omit<Sealed, "isListed">): string[] {
  const held = { photos: [] } as unknown as Held;
  const at = { pack: pack as unknown as HeldPack, held, words, store: {} as FieldStore };
  const whole = { ...sealed, isListed: true };
  return [
    page(<SealedView {...at} sealed={whole} />),
    page(<PrintView {...at} {...{ visit, day, wording }} sealed={whole} />),
  ];
}

describe("minutes that were sealed without their text", () => {
  const data = { ...copy.sheet, words: undefined };
  const today = {
    ...frame,
    ...{ bases: ["Căn cứ văn bản ban hành sau"], general: ["Mới công bố lại."], reportsTo: "Sở mới" },
  };
  const old = { ...copy, fate: "sent" as const, visit: { ...visit, frame: today }, sheet: data };

  it.each(shownOf(old))("show what was sealed, and say where the text that was read is: %#", (text) => {
    expect(text).toContain("Lời văn đã đọc và ký ở trên bản giấy");
    for (const said of [sheet.conclusion, sheet.representative.statement, sheet.findings[0]?.evidence ?? ""])
      expect(text).toContain(said.trim());
  });

  it.each(shownOf(old))("say nothing in the words of today: %#", (text) => {
    for (const said of [...today.bases, ...today.general, today.reportsTo, "Tổng điểm", "đã được đọc lại"])
      expect(text).not.toContain(said);
  });

  it("have nothing added from the device, where an older app kept no copy of them", () => {
    const before = { ...data, attendance: undefined, signedOn: undefined, hours: undefined };
    const item = {
      ...{ id: "m", visitId: visit.id, subject: "minutes", recordedAt: copy.sealedAt },
      body: { kind: "minutes", text: minutesText(before), fingerprint: copy.fingerprint },
      standing: { state: "waiting" },
    };
    const held = {
      ...{ sheets: [], rechecks: [], items: [item], photos: [], handovers: [], unread: [], drafts: [] },
    } as unknown as Held;
    const packed = { ...pack, dueDates: {}, visits: [{ ...visit, answers: {} }] } as unknown as HeldPack;
    const sealed = sealedOf(visit.id, packed, day, held);
    expect(sealed?.sheet).not.toHaveProperty("attendance");
    expect(sealed?.sheet).not.toHaveProperty("signedOn");
    expect(sealed?.sheet.conclusion).toBe(data.conclusion);
    const [text] = sealed ? shownOf(sealed) : [];
    expect(text).toContain("Người có mặt không được niêm");
  });
});

describe("a receipt on the device", () => {
  it.each(Object.entries(shown({ receipt, fate: "sent" })))(
    "stands with the moment of its arrival: %s",
    (_place, text) => {
      expect(text).toMatch(/000877,.*lúc 03\/01\/2018 08:15/);
    },
  );

  it.each(Object.entries(shown({ kept: receipt, fate: "beside" })))(
    "of what is kept beside other minutes as well: %s",
    (_place, text) => {
      expect(text).toMatch(/000877,.*lúc 03\/01\/2018 08:15/);
    },
  );

  it("is not made up for what has not arrived, though its visit is no longer taken along", () => {
    expect(shown({})["home"]).toContain("đã chốt, chờ gửi");
  });

  it("stands beside the time that the device claims, marked as that", () => {
    const { sealed, paper } = shown({ receipt, fate: "sent" });
    for (const text of [sealed, paper]) expect(text).toMatch(/lúc 31\/12\/2017 16:30 \(giờ của máy/);
  });
});

describe("minutes that were not taken and were put away", () => {
  const { sealed, home, paper } = shown({ away: receipt, fate: "away" });

  it.each(Object.entries({ sealed, home, paper }))(
    "are called no minutes under their receipt: %s",
    (_place, text) => {
      expect(text).toMatch(/(?:KHÔNG được|Không được|không) nhận.* làm biên bản/);
      expect(text).toMatch(/000877,.*lúc 03\/01\/2018 08:15/);
      expect(text).not.toMatch(/Biên bản đã gửi|Biên bản đã chốt|Đã gửi\n/);
    },
  );

  it("are not said to go by themselves while nobody has decided about them", () => {
    const item = { visitId: visit.id, subject: "minutes", standing: { state: "refused", problem: "" } };
    const refused = shown({ fate: "refused" }, [item]);
    for (const text of Object.values(refused)) {
      expect(text).toMatch(/(?:không|chưa) nhận/);
      expect(text).not.toMatch(/Sẽ gửi|đã chốt, chờ gửi|Biên bản đã chốt/);
    }
  });
});
