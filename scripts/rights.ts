import { matrix, type Action, type Reach } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";
import { en } from "@/messages/en";
import { vi } from "@/messages/vi";

const scopes = {
  none: "–",
  own: "cơ quan mình / own",
  team: "đoàn mình / own team",
  province: "mọi cơ quan / all",
} satisfies Record<Reach, string>;

const actions = {
  "dashboard.read": ["Xem tình hình toàn tỉnh", "Read the province's figures"],
  "agencies.list": ["Xem danh sách cơ quan", "List agencies"],
  "agencies.read": ["Xem hồ sơ cơ quan", "Read an agency"],
  "appointments.read": ["Xem ai giữ chức vụ nào, từ bao giờ", "Read who holds which post since when"],
  "appointments.record": [
    "Ghi, kết thúc, hủy bổ nhiệm ghi nhầm",
    "Record and end appointments, and cancel wrong ones",
  ],
  "adoption.record": ["Ghi mốc triển khai, công bố", "Record milestones and declarations"],
  "adoption.lapse": ["Ghi nhận hệ thống ngừng hiệu lực", "Record that a system has lapsed"],
  "entries.cancel": [
    "Hủy mục ghi nhầm (cán bộ ISO: mục tự ghi trong ngày)",
    "Cancel a wrong entry (an officer: their own of the day)",
  ],
  "audits.list": ["Xem chương trình kiểm tra", "List audit visits"],
  "audits.read": ["Xem cuộc kiểm tra", "Read an audit visit"],
  "audits.plan": ["Lập, sửa chương trình kiểm tra", "Plan the year's audit visits"],
  "audits.approve": ["Duyệt chương trình kiểm tra", "Approve the year's programme"],
  "audits.record": ["Ghi kết quả kiểm tra", "Record an audit visit"],
  "audits.finalise": ["Chốt biên bản kiểm tra", "Finalise an audit visit"],
  "findings.list": ["Xem điểm tồn tại", "List findings"],
  "findings.close": ["Xác nhận đã khắc phục", "Close a finding"],
  "findings.return": ["Trả lại câu trả lời của cơ quan", "Send an answer to a finding back"],
  "findings.answer": ["Trả lời điểm tồn tại", "Answer a finding"],
  "findings.claim": ["Báo vướng do cấp trên", "State that a higher level blocks a correction"],
  "findings.accept": ["Chấp nhận vướng do cấp trên", "Accept that a higher level blocks"],
  "findings.refuse": ["Không chấp nhận vướng do cấp trên", "Refuse that a higher level blocks"],
  "findings.unblock": ["Ghi nhận đã hết vướng", "Record that a block has ended"],
  "findings.discuss": ["Hỏi đáp về điểm tồn tại", "Ask and reply on a finding"],
  "documents.read": ["Xem tài liệu", "Read documents"],
  "documents.draft": ["Soạn sửa đổi tài liệu", "Draft a revision"],
  "documents.approve": ["Phê duyệt tài liệu", "Approve a revision"],
  "documents.record": [
    "Ghi phê duyệt tài liệu theo bản giấy đã ký, kèm bản chụp",
    "Record an approval from the signed paper, with its scan",
  ],
  "documents.keep": [
    "Ghi đã xem xét tài liệu, giữ nguyên",
    "Record a review after which a document stays as it is",
  ],
  "documents.withdraw": ["Hủy bỏ tài liệu", "Take a document out of use"],
  "drafts.submit": ["Trình thủ trưởng dự thảo", "Submit a draft to the head"],
  "drafts.return": ["Trả lại dự thảo kèm ý kiến", "Return a draft with a note"],
  "laws.read": ["Xem văn bản pháp luật", "Read legal documents"],
  "laws.register": [
    "Đăng ký văn bản pháp luật, công bố thay đổi của chúng",
    "Register legal documents and release their changes",
  ],
  "catalogue.read": ["Xem danh mục thủ tục hành chính", "Read the list of administrative procedures"],
  "coverage.list": [
    "Xem mỗi cơ quan đã có quy trình cho bao nhiêu thủ tục",
    "Read how many procedures each agency covers",
  ],
  "coverage.read": [
    "Xem thủ tục hành chính cơ quan thực hiện và quy trình của từng thủ tục",
    "Read which procedures an agency handles, and what carries each",
  ],
  "coverage.record": [
    "Ghi thủ tục hành chính cơ quan thực hiện",
    "Record which procedures the agency handles",
  ],
  "updates.read": [
    "Xem tài liệu phải cập nhật theo thay đổi pháp luật",
    "Read which documents a change of law touches",
  ],
  "updates.judge": [
    "Ghi tài liệu không bị ảnh hưởng bởi thay đổi pháp luật",
    "Record that a change of law does not affect a document",
  ],
  "policies.read": ["Xem chính sách chất lượng", "Read quality policies"],
  "policies.draft": ["Soạn chính sách chất lượng", "Draft a quality policy"],
  "policies.sign": ["Ký chính sách chất lượng", "Sign a quality policy"],
  "policies.record": [
    "Ghi chính sách đã ký trên giấy, kèm bản chụp",
    "Record a policy signed on paper, with its scan",
  ],
  "policies.post": ["Ghi việc niêm yết chính sách", "Record a posting"],
  "objectives.write": ["Ghi mục tiêu chất lượng", "Write quality objectives"],
  "reviews.read": [
    "Xem đánh giá nội bộ, xem xét của lãnh đạo",
    "Read internal audits and management reviews",
  ],
  "reviews.record": [
    "Ghi đánh giá nội bộ, xem xét của lãnh đạo",
    "Record an internal audit or management review",
  ],
  "scans.add": ["Bổ sung bản chụp còn thiếu", "Add a scan that is missing"],
  "desk.read": ["Xem việc cần làm của cơ quan", "Read the agency's desk"],
  "today.read": ["Xem việc kiểm tra hôm nay", "Read today's visits"],
  "papers.visit": ["Lấy biên bản, thông báo kết quả (.docx)", "Take minutes and notices of results"],
  "papers.year": ["Lấy kế hoạch, báo cáo năm (.docx)", "Take the plan and the report of a year"],
  "papers.issue": ["Chốt số liệu báo cáo năm", "Issue the report of a year"],
  "history.read": ["Xem nhật ký", "Read history"],
  "files.read": ["Mở tệp đính kèm", "Open files"],
  "accounts.manage": [
    "Tạo, khóa tài khoản, bàn giao việc, đổi vai trò",
    "Manage accounts, and hand on what a locked one held",
  ],
  "imports.take": ["Nhập tệp xuất từ thiết bị kiểm tra", "Bring in files exported by inspectors' devices"],
  "mails.read": ["Theo dõi thư nhắc việc", "Look after reminder mails"],
  "devices.self": [
    "Cất nội dung mà máy của mình không gửi được",
    "Put away what one's own device cannot deliver",
  ],
  "calendar.self": ["Địa chỉ lịch của chính mình", "One's own calendar address"],
  "account.self": ["Tài khoản của chính mình", "One's own account"],
} satisfies Record<Action, readonly [string, string]>;

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The page docs/rights.md: who may do what, written out of the matrix that decides it. */
export function rightsPage(): string {
  const head = ["Việc / Action", ...roles.map((role) => `${vi.common.role[role]} / ${en.common.role[role]}`)];
  const rows = (Object.keys(matrix) as Action[]).map((action) =>
    line([
      `${actions[action].join(" / ")} (\`${action}\`)`,
      ...roles.map((role) => scopes[matrix[action][role]]),
    ]),
  );
  return [
    "# Quyền theo vai trò / Rights by role",
    "",
    "Trang này viết ra từ `lib/identity/matrix.ts` bằng `npx tsx scripts/tasks/write-rights.ts`; một phép thử báo khi hai bên khác nhau.",
    "Việc không có trong bảng thì không được phép; nội dung không thuộc phần việc của mình thì như không có (404).",
    "",
    "Tài khoản thủ trưởng chỉ làm được việc của mình vào những ngày người đó đang đứng đầu cơ quan; cấp phó thì như vậy, trừ ký chính",
    "sách và ghi hệ thống ngừng hiệu lực. Ngoài những ngày đó tài khoản chỉ đọc.",
    "",
    "Written from `lib/identity/matrix.ts`; a test tells when the two differ. What is not listed is not allowed; what is not",
    "allowed looks as if it did not exist (404). A head's account does its part only on days on which its person heads the agency, a",
    "deputy's all but signing the policy and letting the system lapse; on other days it reads.",
    "",
    line(head),
    line(head.map(() => "---")),
    ...rows,
    "",
  ].join("\n");
}
