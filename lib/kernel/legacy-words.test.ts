import { describe, expect, it } from "vitest";

import { looksLegacy } from "@/lib/kernel/legacy-font";
import { isSyllable } from "@/lib/kernel/syllable";
import { vi } from "@/messages/vi";

/** Words of laws, checklists and this project's own texts. */
const words = `
biên biến biểu buộc bàn báo bên bình bước bạn bản bảng bảo bấm bắt bằng bị bỏ bố bổ bộ chiếu chuyên chuyển 
chuẩn chính chú chưa chương chất chế chỉ chỉnh chịu chọn chốt chỗ chờ chụp chủ chức chứng chữ cuối cuộc cá các 
cách cán cáo câu còn có công cùng căn cũ cơ cạnh cả cải cấp cần cầu cập cụ cục của cứ cửa diện duyệt dân dõi 
dùng dưới dấu dẫn dụ dục dụng dữ dự dựng giá giám giáo giải giấy giờ giữ gì gọi gồm gửi hiện hiệu hoàn hoá 
hoạch hoạt hoặc huyện hà hàng hành hình hôm hơn hướng hạn hết hệ họ học hỏi hồ hồi hội hợp hủy khoản khác khách 
khóa không khẩu khắc kiến kiểm kiện kèm ký kế kết kể kỳ liên liệu loại luận luật là làm lâm lãnh lúc lý lưu 
lường lượng lại lạng lần lập lịch lời lục lực mà máy mã mình mô môn mạng mẫu mật mặt mọi mốc mỗi một mới mở mục 
mức nghiệp nghĩa nghệ nghị ngoài nguyên nguồn ngành ngày ngân ngãi người ngừng nhiêu nhiều nhiệm nhà nhân như 
nhất nhầm nhận nhập nhật nhắc những niêm nào này nên nêu nông năm năng  nơi nước nếu nội nộp nữa phiên phiếu 
pháp phát phân phê phí phòng phó phù phương phạm phải phần phố phối phổ phụ phục phủ quyết quyền quá quả quản 
quảng quốc  riêng rõ rồi rộng rủi soát soạn suất sách sơ sơn sản sắp sẽ số sổ sở sử sửa sự thiết thiếu thuê 
thuế thuộc thành tháng thêm thì thông thúc thư thương thường thảo thấy thẩm thẻ thế thể thị thống thời thủ thứ 
thức thực tiêu tiến tiếp toàn toán triển triệu truyền trà trách trái trên trì trình trí trước trường trưởng 
trạng trả trị trụ trực tài tác tây tên tình tích tính tư tướng tượng tại tạm tạo tải tắt tế tệp tỉnh tịch tối 
tồn tổ tổng tục từ từng tử tự viên việc việt và vào vì ví văn vướng vấn vẫn về vị vốn với vụ vừa xuất xác xây 
xã xét xếp xử yêu yết áp ít đa đang đi điều điểm điện đo đoàn đào đánh đáp đâu đây đã đó đóng đúng  đăng đơn 
đưa được đại đạo đạt đảm đầu đặc đặt đến đề để địa định đọc đốc đối đổi độ độc động đủ đức đứng ảnh ấy ủy ứng
`
  .trim()
  .split(/\s+/u);

/** What the fonts of TCVN 5712:1993 have at each place, read as Latin-1. */
const tcvn3Letters = [
  ["à", "µ"],
  ["ả", "¶"],
  ["ã", "·"],
  ["á", "¸"],
  ["ạ", "¹"],
  ["ă", "¨"],
  ["ằ", "»"],
  ["ẳ", "¼"],
  ["ẵ", "½"],
  ["ắ", "¾"],
  ["ặ", "Æ"],
  ["â", "©"],
  ["ầ", "Ç"],
  ["ẩ", "È"],
  ["ẫ", "É"],
  ["ấ", "Ê"],
  ["ậ", "Ë"],
  ["đ", "®"],
  ["è", "Ì"],
  ["ẻ", "Î"],
  ["ẽ", "Ï"],
  ["é", "Ð"],
  ["ẹ", "Ñ"],
  ["ê", "ª"],
  ["ề", "Ò"],
  ["ể", "Ó"],
  ["ễ", "Ô"],
  ["ế", "Õ"],
  ["ệ", "Ö"],
  ["ì", "×"],
  ["ỉ", "Ø"],
  ["ĩ", "Ü"],
  ["í", "Ý"],
  ["ị", "Þ"],
  ["ò", "ß"],
  ["ỏ", "á"],
  ["õ", "â"],
  ["ó", "ã"],
  ["ọ", "ä"],
  ["ô", "«"],
  ["ồ", "å"],
  ["ổ", "æ"],
  ["ỗ", "ç"],
  ["ố", "è"],
  ["ộ", "é"],
  ["ơ", "¬"],
  ["ờ", "ê"],
  ["ở", "ë"],
  ["ỡ", "ì"],
  ["ớ", "í"],
  ["ợ", "î"],
  ["ù", "ï"],
  ["ủ", "ñ"],
  ["ũ", "ò"],
  ["ú", "ó"],
  ["ụ", "ô"],
  ["ư", "\u00ad"],
  ["ừ", "õ"],
  ["ử", "ö"],
  ["ữ", "÷"],
  ["ứ", "ø"],
  ["ự", "ù"],
  ["ỳ", "ú"],
  ["ỷ", "û"],
  ["ỹ", "ü"],
  ["ý", "ý"],
  ["ỵ", "þ"],
] as const;
const tcvn3 = new Map<string, string>(tcvn3Letters);

/** VNI: the letter, and its marks behind it. */
const vniLetters = [
  ["àáảãạ", "aøaùaûaõaï"],
  ["ằắẳẵặ", "aèaéaúaüaë"],
  ["ầấẩẫậ", "aàaáaåaãaä"],
  ["èéẻẽẹ", "eøeùeûeõeï"],
  ["ềếểễệ", "eàeáeåeãeä"],
  ["òóỏõọ", "oøoùoûoõoï"],
  ["ồốổỗộ", "oàoáoåoãoä"],
  ["ờớởỡợ", "ôøôùôûôõôï"],
  ["ùúủũụ", "uøuùuûuõuï"],
  ["ừứửữự", "öøöùöûöõöï"],
  ["ỳýỷỹ", "yøyùyûyõ"],
  ["ăâêô", "aêaâeâoâ"],
] as const;
const vni = new Map<string, string>([
  ...vniLetters.flatMap(([ours, theirs]) =>
    [...ours].map((letter, index) => [letter, theirs.slice(2 * index, 2 * index + 2)] as const),
  ),
  ...[..."ơưđỉĩịỵìí"].map((letter, index) => [letter, [..."ôöñæóòîìí"][index] ?? letter] as const),
]);

const typedIn = (font: ReadonlyMap<string, string>, text: string): string =>
  [...text].map((letter) => font.get(letter) ?? letter).join("");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** A word that an old font spoils and that is no Vietnamese then. */
const isSpoilt = (word: string, typed: string): boolean =>
  typed !== word && (!isSyllable(typed) || !/^\p{Lu}?\P{Lu}*$/u.test(typed));

const spoilt = words.flatMap((word) => [
  ...[tcvn3, vni].map((font) => [word, typedIn(font, word)] as const),
  [word, capital(typedIn(vni, word))] as const,
]);

describe("one word in an old font", () => {
  it("is asked about wherever it is not Vietnamese as it stands", () => {
    const asked = spoilt.filter(([word, typed]) => isSpoilt(word, typed));
    expect(asked.length).toBeGreaterThan(900);
    expect(asked.filter(([, typed]) => !looksLegacy(typed))).toEqual([]);
  });

  it("is asked about in the middle of what was typed as it should be, but where a name, a product or a footnote is written so", () => {
    const within = spoilt.filter(([word, typed]) => isSpoilt(word, typed) && looksLegacy(typed));
    const passed = within.filter(([, typed]) => !looksLegacy(`Kế hoạch ${typed} được duyệt`));
    expect(within.length).toBeGreaterThan(1100);
    const [names, others] = [
      passed.filter(([, typed]) => /^\p{Lu}/u.test(typed)),
      passed.filter(([, typed]) => !/^\p{Lu}/u.test(typed)),
    ];
    expect(names.length).toBeLessThan(50);
    expect(others.map(([word]) => word)).toEqual(["dữ", "gì", "nữa", "vì"]);
  });

  it.each([
    "Sở Taøi chính trình UBND tỉnh",
    "Hµ Nội, ngày 31 tháng 12 năm 2017",
    "Quyeát định công bố hệ thống quản lý",
    "gửi đoàn kiểm tra tröôùc ngày 15",
    "đã niêm yết t¹i bộ phận một cửa",
  ])("is asked about: %s", (line) => {
    expect(looksLegacy(line)).toBe(true);
  });

  it.each([
    "Bà Anaïs đến thăm huyện Ba Tơ",
    "Loïc Dupont đến thăm huyện Ba Tơ",
    "phở thaï và mì của Ý được bán ở đây",
    "mỗi dãy dài ½m, rộng ¼m, cách đều nhau",
    "bảng n×m ô, mỗi ô một điểm, xem chú thích a¹",
    "nhóm «m» và «nhóm n» cùng dự họp",
    "giá £m ghi ở cột bên phải của bảng",
    "Bệnh viện Køge và thành phố Bø hỗ trợ huyện",
    "dung dịch 5 µg mỗi µl, bảo quản ở 4 °C",
    "Nestlé® và ISO® là nhãn hiệu đã đăng ký",
    "đọc tạp chí laïc có bài của ông",
  ])("is not asked about: %s", (line) => {
    expect(looksLegacy(line)).toBe(false);
  });
});

describe("a line in an old font", () => {
  it.each([
    ["TCVN3", tcvn3],
    ["VNI", vni],
  ])("of any three words is asked about: %s", (_name, font) => {
    const lines = words.map((word, index) =>
      [word, words[(index * 7 + 3) % words.length], words.at(-index)].join(" "),
    );
    expect(lines.filter((line) => !looksLegacy(typedIn(font, line)))).toEqual([]);
  });
});

const textsOf = (messages: unknown): string[] =>
  typeof messages === "string" ? [messages] : Object.values(messages ?? {}).flatMap(textsOf);

describe("ordinary Vietnamese", () => {
  it("is never asked about, word for word and as the project's own texts", () => {
    const all = [...words, ...words.map(capital), ...words.map((word) => word.toUpperCase()), ...textsOf(vi)];
    expect(all.filter(looksLegacy)).toEqual([]);
  });
});
