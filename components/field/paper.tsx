import type { ReactNode } from "react";

import { MinutesAnnexes, MinutesBody } from "@/components/audits/minutes-text";
import { PaperProof } from "@/components/field/paper-proof";
import { PaperSignatures } from "@/components/field/paper-signatures";
import type { Sealed } from "@/components/field/sealed";
import { dots } from "@/lib/agencies/lead/rules";
import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { minutesHead } from "@/lib/visits/minutes/ends/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { MinutesWords, WordPhoto } from "@/lib/visits/wording/types";

export type PaperProps = {
  visit: PackedVisit;
  sheet: MinutesSheet;
  words: MinutesWords;
  sealed: Sealed | null;
  illustrative: boolean;
  now: Date;
  /** The site's time less this device's, as it stands now. */
  offset: ClockOffset | undefined;
  /** A photograph of the annex. */
  picture?: (photo: WordPhoto) => ReactNode;
};

type HeadProps = { subject: readonly string[]; lead: string; isDraft: boolean };

function Head({ subject, lead, isDraft }: HeadProps) {
  const { parent, agency, number } = minutesHead(lead, null);
  return (
    <>
      <div className="paper-head">
        <p>
          {parent}
          <br />
          <strong className="paper-team">{agency}</strong>
          <br />
          {number}
        </p>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <br />
          <strong className="paper-motto">Độc lập - Tự do - Hạnh phúc</strong>
        </p>
      </div>
      <h2 className="paper-title">{isDraft ? "DỰ THẢO BIÊN BẢN" : "BIÊN BẢN"}</h2>
      <p className="paper-subject">{subject.join("\n")}</p>
    </>
  );
}

/** The minutes on A4 as an agency knows them, with the fingerprint and the receipt by which this copy can be compared. */
export function Paper({ visit, sheet, words, sealed, illustrative, now, offset, picture }: PaperProps) {
  const lead = visit.frame?.reportsTo ?? dots;
  return (
    <article className="minutes-paper" lang="vi" aria-label="Biên bản">
      {illustrative && <p className="paper-mark">Dữ liệu minh họa, không phải văn bản thật.</p>}
      {!sealed && <p className="paper-mark">Dự thảo: chưa ký, còn có thể thay đổi.</p>}
      <Head subject={words.subject} lead={lead} isDraft={!sealed} />
      <MinutesBody
        words={words}
        level={3}
        signed={
          <>
            <PaperSignatures visit={visit} sheet={sheet} lead={lead} />
            <PaperProof sealed={sealed} now={now} offset={offset} />
          </>
        }
      />
      <MinutesAnnexes words={words} level={3} {...(picture && { picture })} />
    </article>
  );
}
