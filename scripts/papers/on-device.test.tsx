import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { HomeView } from "@/components/field/home-view";
import { PaperProof } from "@/components/field/paper-proof";
import { SealedView } from "@/components/field/sealed-view";
import type { Sealed } from "@/components/field/sealed";
import type { Field } from "@/components/field/use-field";
import { wordsIn } from "@/components/field/words";
import type { HeldPack } from "@/lib/audits/field/rules";
import * as wording from "@/lib/audits/wording/rules";
import { plainDate } from "@/lib/kernel/plain-date";
import type { FieldStore } from "@/lib/offline/store";
import type { Held } from "@/lib/offline/types";
import { frame, sheet, visit } from "@/scripts/papers/whole-visit";

const words = wordsIn("vi");
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
function shown(more: Partial<Sealed>): Record<string, string> {
  const sealed = { ...copy, ...more };
  const held = {
    ...{ sheets: [], rechecks: [], items: [], photos: [], handovers: [] },
    drafts: [{ visitId: visit.id, sealed }],
  } as unknown as Held;
  const at = { held, pack: { ...pack, visits: [] } as unknown as HeldPack, words };
  return {
    sealed: page(
      <SealedView
        {...at}
        sealed={{ ...sealed, isListed: false }}
        store={{} as FieldStore}
        wording={wording}
      />,
    ),
    home: page(<HomeView {...at} field={{ store: null } as Field} day={day} />),
    paper: page(
      <PaperProof
        sealed={{ ...sealed, isListed: false }}
        now={new Date("2018-01-03T02:00:00Z")}
        offset={0}
      />,
    ),
  };
}

describe("a receipt on the device", () => {
  it.each(Object.entries(shown({ receipt })))("stands with the moment of its arrival: %s", (_place, text) => {
    expect(text).toMatch(/000877,.*lúc 03\/01\/2018 08:15/);
  });

  it.each(Object.entries(shown({ kept: receipt })))(
    "of what is kept beside other minutes as well: %s",
    (_place, text) => {
      expect(text).toMatch(/000877,.*lúc 03\/01\/2018 08:15/);
    },
  );

  it("is not made up for what has not arrived, though its visit is no longer taken along", () => {
    expect(shown({})["home"]).toContain("đã chốt, chờ gửi");
  });

  it("stands beside the time that the device claims, marked as that", () => {
    const { sealed, paper } = shown({ receipt });
    for (const text of [sealed, paper]) expect(text).toMatch(/lúc 31\/12\/2017 16:30 \(giờ của máy/);
  });
});
