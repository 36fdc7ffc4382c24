"use server";

import { getTranslations } from "next-intl/server";

import { listCollisions } from "@/lib/fieldwork/kept/queries";
import { finaliseVisit } from "@/lib/visits/commands";
import { foreseeMinutes } from "@/lib/visits/final/queries";
import { questionAddress } from "@/lib/checklists/rules";
import { formWithCheck } from "@/lib/gate/form";
import { done } from "@/lib/kernel/result";

export const finalise = formWithCheck(
  finaliseVisit,
  async (viewer, input) => {
    const foreseen = await foreseeMinutes(viewer, input);
    if (!foreseen.ok) return foreseen;
    const words = await getTranslations("audits");
    const apart = foreseen.value.apart.map(({ code, note }) => ({
      title: words("noteApart", { code }),
      lines: [words("noteApartSaid", { note }), words("noteApartWhy")],
      link: {
        href: questionAddress(input.visitId, code.slice(0, 1), code),
        label: words("noteApartEdit", { code }),
      },
    }));
    const collisions = (await listCollisions(viewer, [input.visitId]))[input.visitId] ?? [];
    const unchosen = collisions.map(({ by, codes }) => ({
      title: words("collision", { by, codes: codes.join(", ") }),
      lines: [words("collisionWhy")],
    }));
    return done({
      title: words("readFirst"),
      facts: [],
      parts: [...unchosen, ...apart, { title: words("readFirstWhy"), lines: [words("readFirstPaper")] }],
      paper: foreseen.value.words,
      shown: foreseen.value.fingerprint,
      submit: words("finalise"),
      back: words("readFirstBack"),
    });
  },
  ({ visitId }) => `/audits/${visitId}/receipt`,
);
