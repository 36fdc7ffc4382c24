import { requirementOf } from "@/components/field/minutes";
import { Drawn } from "@/components/field/signatures";
import { asked, groupsOf } from "@/components/field/sheets";
import type { Sealed } from "@/components/field/sealed";
import { clockSaid } from "@/components/field/clock-note";
import { wordsIn } from "@/components/field/words";
import type { ClockOffset } from "@/lib/audits/field/rules";
import type { PackedVisit } from "@/lib/audits/field/types";
import { thereAndAway } from "@/lib/audits/minutes/rules";
import { noHours, type MinutesSheet, type Opinion, type Signature } from "@/lib/audits/minutes/types";
import { scoreVisit } from "@/lib/audits/rules";
import { formatDate, formatInstant, formatNumber } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";

/** Minutes are a Vietnamese paper, whatever language the app speaks. */
const words = wordsIn("vi");

type Said = { visit: PackedVisit; sheet: MinutesSheet };
export type PaperProps = Said & {
  sealed: Sealed | null;
  illustrative: boolean;
  now: Date;
  /** The site's time less this device's, as it stands now. */
  offset: ClockOffset | undefined;
};

const dotted = "…………";
const points = (hundredths: number | null): string =>
  hundredths === null ? "–" : formatNumber(hundredths / 100, "vi", 2);
const clock = (time: PlainTime | null): string => {
  const [hours, minutes] = time?.split(":") ?? [dotted, dotted];
  return `${hours} giờ ${minutes} phút`;
};
const day = (date: PlainDate): string =>
  `ngày ${date.slice(8, 10)} tháng ${date.slice(5, 7)} năm ${date.slice(0, 4)}`;

function Head({ visit, isDraft }: { visit: PackedVisit; isDraft: boolean }) {
  return (
    <>
      <div className="paper-head">
        <p>
          <strong>ĐOÀN KIỂM TRA</strong>
        </p>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <br />
          <strong className="paper-motto">Độc lập - Tự do - Hạnh phúc</strong>
        </p>
      </div>
      <h2 className="paper-title">{isDraft ? "DỰ THẢO BIÊN BẢN" : "BIÊN BẢN"}</h2>
      <p className="paper-subject">
        Kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến
        <br />
        hệ thống quản lý chất lượng tại {visit.agencyName}
      </p>
    </>
  );
}

function Presence({ visit, sheet }: Said) {
  const { representative, signatories = [] } = sheet;
  const second = signatories.filter(({ part }) => part === "second");
  const team = thereAndAway(visit.team, sheet.attendance);
  const spoke = [...(representative.opinion === "absent" ? [] : [representative]), ...second];
  return (
    <>
      <h3>I. THÀNH PHẦN THAM DỰ</h3>
      <p>1. Đoàn kiểm tra</p>
      <ul>
        {[...team.there, ...team.away].map(({ personId, name, duty }, index) => (
          <li key={personId}>
            {name}, {words.audits.duties[duty].toLowerCase()}
            {index >= team.there.length && " (vắng mặt)"}
          </li>
        ))}
      </ul>
      <p>2. Đại diện {visit.agencyName}</p>
      <ul>
        {spoke.length === 0 && <li>Vắng mặt.</li>}
        {spoke.map(({ name, title }) => (
          <li key={name}>{[name, title].filter(Boolean).join(", ")}</li>
        ))}
      </ul>
    </>
  );
}

function Results({ visit, sheet }: Said) {
  const score = scoreVisit(visit.checklist, visit.scope, sheet.answers);
  const grade = visit.checklist.grades.find(({ code }) => code === score.gradeCode)?.title;
  const count = (group: string, outcome: string): number =>
    asked(visit).filter((each) => each.groupCode === group && sheet.answers[each.code]?.outcome === outcome)
      .length;
  return (
    <>
      <h3>II. KẾT QUẢ KIỂM TRA</h3>
      <table>
        <thead>
          <tr>
            <th className="first">Nội dung</th>
            {["Đạt", "Một phần", "Không đạt", "Không áp dụng", "Điểm"].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupsOf(visit).map(({ code, title }) => {
            const group = score.groupScores.find((each) => each.code === code);
            return (
              <tr key={code}>
                <td>{`${code}. ${title}`}</td>
                {["conforming", "partly", "not_conforming", "not_applicable"].map((outcome) => (
                  <td className="figure" key={outcome}>
                    {count(code, outcome)}
                  </td>
                ))}
                <td className="figure">
                  {points(group?.scoreHundredths ?? null)}/{group?.points}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        Tổng điểm: <strong>{points(score.scoreHundredths)}/100</strong>. Xếp loại:{" "}
        <strong>{grade ?? "–"}</strong>
        {score.cappedBy.length > 0 && ` (giới hạn do câu ${score.cappedBy.join(", ")} không đạt)`}.
      </p>
    </>
  );
}

function Findings({ visit, sheet }: Said) {
  const questions = new Map(asked(visit).map((question) => [question.code, question]));
  return (
    <>
      <h3>III. CÁC ĐIỂM TỒN TẠI</h3>
      {sheet.findings.length === 0 ? (
        <p>Không có điểm tồn tại nào trong lần kiểm tra này.</p>
      ) : (
        <table>
          <thead>
            <tr>
              {["Câu", "Tồn tại và bằng chứng", "Phạm vi", "Yêu cầu", "Mức độ", "Hạn"].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.findings.map(
              ({ questionCode, evidence, reference, requirement, scope, severity, dueOn, statement }) => (
                <tr key={questionCode}>
                  <td>{questionCode}</td>
                  <td className="prose">
                    {[evidence, reference].filter(Boolean).join("\nThấy ở: ")}
                    {statement && `\nÝ kiến của cơ quan: ${statement}`}
                  </td>
                  <td className="prose">{scope}</td>
                  <td>{requirement ?? requirementOf(visit, questions.get(questionCode))}</td>
                  <td>{words.findings.severity[severity]}</td>
                  <td>{dueOn ? formatDate(dueOn) : "–"}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </>
  );
}

function Rechecks({ visit, sheet }: Said) {
  return (
    <>
      <h3>IV. KHẮC PHỤC TỒN TẠI LẦN TRƯỚC</h3>
      {visit.openBefore.length === 0 ? (
        <p>Không còn tồn tại nào của các lần trước.</p>
      ) : (
        <table>
          <thead>
            <tr>
              {["Câu", "Tồn tại", "Kết quả", "Ghi nhận tại chỗ"].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visit.openBefore.map(({ id, questionCode, evidence }) => {
              const recheck = sheet.rechecks[id];
              return (
                <tr key={id}>
                  <td>{questionCode}</td>
                  <td className="prose">{evidence}</td>
                  <td>{recheck ? words.findings.recheck[recheck.outcome] : words.field.recheckNone}</td>
                  <td className="prose">{recheck?.note ?? ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

function Closing({ visit, sheet }: Said) {
  const { opinion, name, statement } = sheet.representative;
  const said = {
    agrees: `${name} đồng ý với nội dung biên bản.`,
    dissents: statement
      ? `${name} không đồng ý với nội dung biên bản và nêu ý kiến như sau:`
      : `${name} không đồng ý với nội dung biên bản, có ý kiến ghi ở từng điểm tồn tại.`,
    absent: "Không có đại diện cơ quan được kiểm tra nêu ý kiến khi chốt biên bản.",
  } satisfies Record<Opinion, string>;
  const photos = Object.values(sheet.photos).reduce((sum, hashes) => sum + hashes.length, 0);
  return (
    <>
      <h3>V. Ý KIẾN CỦA CƠ QUAN ĐƯỢC KIỂM TRA</h3>
      <p>{said[opinion]}</p>
      {statement && <p className="prose">{statement}</p>}
      <h3>VI. KẾT LUẬN, KIẾN NGHỊ</h3>
      <p className="prose">{sheet.conclusion || "Không có."}</p>
      <p>
        Kèm biên bản: {photos} ảnh ghi tại {visit.mode === "on_site" ? "trụ sở" : "nơi xem hồ sơ"}. Biên bản
        kết thúc vào {clock((sheet.hours ?? noHours).endedAt)} cùng ngày, đã được đọc lại cho những người có
        mặt cùng nghe.
      </p>
    </>
  );
}

type Block = { title: string; name: string; signature: Signature };

/** Who signs, the agency first; the leader last, on the right. Without a signature there is room to give one by hand. */
function blocksOf({ visit, sheet }: Said): Block[] {
  const { representative, signatories = [] } = sheet;
  const none: Signature = { kind: "none" };
  const member = (duty: "secretary" | "leader"): Block => {
    const signed = signatories.find(({ part }) => part === duty);
    const { there } = thereAndAway(visit.team, sheet.attendance);
    const known = there.find((each) => each.duty === duty)?.name ?? "";
    return {
      title: duty === "leader" ? "TRƯỞNG ĐOÀN" : "THƯ KÝ",
      name: signed?.name ?? known,
      signature: signed?.signature ?? none,
    };
  };
  const second = signatories.find(({ part }) => part === "second");
  return [
    { ...representative, title: "ĐẠI DIỆN CƠ QUAN ĐƯỢC KIỂM TRA" },
    ...(second ? [{ ...second, title: "NGƯỜI KÝ THỨ HAI CỦA CƠ QUAN" }] : []),
    member("secretary"),
    member("leader"),
  ].map(({ title, name, signature }) => ({ title, name, signature }));
}

function SignatureBlocks(said: Said) {
  return (
    <div className="paper-signatures">
      {blocksOf(said).map(({ title, name, signature }) => (
        <div key={title}>
          <strong>{title}</strong>
          <div className="paper-signature">
            <Drawn signature={signature} name={name} words={words} />
            {signature.kind === "typed" && <em>(họ tên ghi thay chữ ký)</em>}
          </div>
          <strong>{name}</strong>
        </div>
      ))}
    </div>
  );
}

function Annex({ visit, sheet }: Said) {
  return (
    <div className="paper-annex">
      <h3>PHỤ LỤC. KẾT QUẢ TỪNG CÂU</h3>
      <table>
        <thead>
          <tr>
            {["Câu", "Nội dung", "Kết quả", "Ghi nhận", "Ảnh"].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked(visit).map(({ code, text }) => {
            const answer = sheet.answers[code];
            return (
              <tr key={code}>
                <td>{code}</td>
                <td>{text}</td>
                <td>{words.audits.outcome[answer?.outcome ?? "not_checked"]}</td>
                <td className="prose">{answer?.note}</td>
                <td className="figure">{sheet.photos[code]?.length ?? ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The minutes on A4 as an agency knows them, with the fingerprint and the receipt by which this copy can be compared. */
export function Paper({ visit, sheet, sealed, illustrative, now, offset }: PaperProps) {
  const said = { visit, sheet };
  return (
    <article className="minutes-paper" lang="vi" aria-label="Biên bản">
      {illustrative && <p className="paper-mark">Dữ liệu minh họa, không phải văn bản thật.</p>}
      {!sealed && <p className="paper-mark">Dự thảo: chưa ký, còn có thể thay đổi.</p>}
      <Head visit={visit} isDraft={!sealed} />
      <p>
        Thời gian bắt đầu: {clock((sheet.hours ?? noHours).startedAt)},{" "}
        {day(sheet.signedOn ?? visit.plannedOn)}.{" "}
        {visit.mode === "on_site"
          ? `Địa điểm: trụ sở ${visit.agencyName}.`
          : `Hình thức: kiểm tra qua hồ sơ, báo cáo của ${visit.agencyName}.`}{" "}
        Căn cứ đánh giá: {visit.designation}.
      </p>
      <Presence {...said} />
      <Results {...said} />
      <Findings {...said} />
      <Rechecks {...said} />
      <Closing {...said} />
      <SignatureBlocks {...said} />
      <div className="paper-proof">
        {sealed && (
          <>
            <p>
              Chốt trên máy lúc {formatInstant(new Date(sealed.sealedAt))} (giờ của máy
              {clockSaid(sealed.offset ?? offset, words)}). Dấu vân biên bản (SHA-256):
            </p>
            <p>
              <code>{sealed.fingerprint}</code>
            </p>
          </>
        )}
        <p>
          Bản in từ máy lúc {formatInstant(now)}
          {clockSaid(offset, words)}; số biên nhận:{" "}
          {sealed?.kept
            ? `${sealed.kept.number}, giữ bên cạnh biên bản khác đã nhận trước của cuộc này`
            : (sealed?.receipt?.number ?? "chưa gửi")}
          .
        </p>
      </div>
      <Annex {...said} />
    </article>
  );
}
