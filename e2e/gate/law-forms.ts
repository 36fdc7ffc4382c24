import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import { unique } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

const facts = () => ({
  ...{ kind: "circular", number: `9/2016/TT-${unique().toUpperCase()}`, issuer: "Bộ Thử nghiệm" },
  ...{ level: "ministry", issuedOn: "01/02/2016", title: "Quy định thử nghiệm", inForceFrom: "15/03/2016" },
  ...{ setsProcedures: "no", shortened: "no", verified: "no" },
});

/** What a form is about beside its law. */
const about = { target: "" };

const noted = async () => {
  const { law, change, relation } = await fixtures.createDraftChange();
  return { law, change, relation };
};

const touching = async () => {
  const { law, change, document } = await fixtures.createUpdate("own");
  return { law, change, document };
};

const listed = async () => {
  const { law, row } = await fixtures.createListed();
  return { law, row };
};

const someProcedure = async () => (await fixtures.createProcedure()).procedure;

export const ofLaws = {
  "app/laws/[id]/procedures/actions.ts#save": {
    ready: async () => ({ law: await fixtures.createLaw() }),
    fields: ({ law }) => ({
      lawId: law,
      pasted: `Tên thủ tục hành chính\tLĩnh vực\nCấp giấy phép ${unique()}\tĐất đai`,
    }),
  },
  "app/laws/[id]/match/actions.ts#save": {
    ready: listed,
    fields: ({ law, row }) => ({ lawId: law, rowId: row, meant: "new", code: "" }),
  },
  "app/laws/[id]/match-all/actions.ts#save": { ready: listed, fields: ({ law }) => ({ lawId: law }) },
  "app/laws/[id]/drop-rows/actions.ts#save": {
    ready: listed,
    fields: ({ law, row }) => ({ lawId: law, rowId: row }),
  },
  "app/agencies/[code]/procedures/edit/actions.ts#save": {
    ready: async () => ({ procedure: await someProcedure() }),
    fields: ({ agencyId, code, procedure }) => ({
      ...{ agencyId, code, field: "", since: "01/02/2016", procedures: procedure },
    }),
  },
  "app/documents/[id]/carries/actions.ts#save": {
    ready: async () => {
      const document = await fixtures.createDocument("own", true);
      return { document, draft: await fixtures.draftTextOf(document), procedure: await someProcedure() };
    },
    fields: ({ document, draft, procedure }) => ({
      ...{ documentId: document, revisionId: draft, procedures: procedure },
    }),
  },
  "app/laws/new/actions.ts#save": { fields: facts },
  "app/laws/[id]/edit/actions.ts#save": {
    ready: async () => ({ law: await fixtures.createLaw() }),
    fields: ({ law }) => ({ ...facts(), lawId: law, version: "1", reason: "Ghi nhầm" }),
  },
  "app/laws/[id]/note/actions.ts#save": {
    ready: async () => {
      about.target = await fixtures.numberOf(await fixtures.createLaw());
      return { law: await fixtures.createLaw() };
    },
    fields: ({ law }) => ({ lawId: law, kind: "amends", target: about.target, provisions: "Điều 4" }),
  },
  "app/laws/[id]/drop/actions.ts#save": {
    ready: noted,
    fields: ({ law, relation }) => ({ lawId: law, relationId: relation }),
  },
  "app/laws/[id]/release/actions.ts#save": {
    ready: noted,
    fields: ({ law, change }) => ({ lawId: law, changeId: change }),
  },
  "app/laws/[id]/undo/actions.ts#save": {
    ready: touching,
    fields: ({ law, change }) => ({ lawId: law, changeId: change, reason: "Ghi nhầm" }),
  },
  "app/documents/[id]/bases/actions.ts#save": {
    ready: async () => {
      about.target = await fixtures.numberOf(await fixtures.createLaw());
      const document = await fixtures.createDocument("own", true);
      return { document, draft: await fixtures.draftTextOf(document) };
    },
    fields: ({ document, draft }) => ({ documentId: document, revisionId: draft, lines: about.target }),
  },
  "app/documents/[id]/unaffected/actions.ts#save": {
    ready: touching,
    fields: ({ document, change }) => ({ documentId: document, changeId: change, reason: "Không phải sửa" }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
