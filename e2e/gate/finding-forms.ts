import type { Names } from "./places";
import { day } from "./ready";
import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import * as fixtures from "@/tests/support/fixtures";

const spoken = "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017";
const answered = async (): Promise<Partial<Names>> => ({ finding: await fixtures.createAnswered("own") });
const claimed = (accepted: boolean) => async (): Promise<Partial<Names>> => ({
  finding: await fixtures.createClaimed("own", accepted),
});
const raised = async (): Promise<Partial<Names>> => ({ finding: await fixtures.createFinding("own") });

export const ofFindings = {
  "app/findings/[id]/actions.ts#close": {
    ready: answered,
    file: "evidence",
    fields: ({ finding }) => ({ findingId: finding, version: "1", closedOn: day, note: spoken }),
  },
  "app/findings/[id]/actions.ts#answer": {
    ready: raised,
    fields: ({ finding }) => ({
      ...{ findingId: finding, version: "0", cause: `Nguyên nhân: ${spoken}`, correction: spoken },
      ...{ correctiveAction: `Từ nay: ${spoken}`, responsible: "Thư ký ISO", doneBy: day },
    }),
  },
  "app/findings/[id]/actions.ts#sendBack": {
    ready: answered,
    fields: ({ finding }) => ({ findingId: finding, version: "1", reason: spoken }),
  },
  "app/findings/[id]/actions.ts#claim": {
    ready: raised,
    fields: ({ finding }) => ({
      ...{ findingId: finding, version: "0", blockingBody: "UBND tỉnh", reference: "Tờ trình số 12" },
      ...{ since: day, explanation: spoken },
    }),
  },
  "app/findings/[id]/actions.ts#accept": {
    ready: claimed(false),
    fields: ({ finding }) => ({ findingId: finding, version: "1" }),
  },
  "app/findings/[id]/actions.ts#refuse": {
    ready: claimed(false),
    fields: ({ finding }) => ({ findingId: finding, version: "1", reason: spoken }),
  },
  "app/findings/[id]/actions.ts#unblock": {
    ready: claimed(true),
    fields: ({ finding }) => ({ findingId: finding, version: "2", endsOn: day, endNote: "Quyết định số 15" }),
  },
  "app/findings/[id]/actions.ts#discuss": {
    ready: raised,
    fields: ({ finding }) => ({ findingId: finding, purpose: "question", text: spoken }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
