import type { Column, Header, Role } from "@/lib/catalogue/reading/headings/types";
import { codesIn } from "@/lib/catalogue/reading/cells/rules";
import { searchKey } from "@/lib/kernel/text";
import type { TableRow } from "@/lib/files/tables/types";

/*
 * The headings of lists of procedures are what people made of them: each is known by any of its names, without diacritics and case,
 * in any order of columns, over one row or up to three.
 */

const procedures = ["thu tuc hanh chinh", "tthc", "thu tuc", "dich vu cong", "dich vu", "dvc", "dvctt"];
const codes = ["ma", "ma so", "ma dinh danh"];

/** Each pattern with every name for a procedure in the place of *. */
const ofEach = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => procedures.map((word) => pattern.replace("*", word)));

const codeOf = (end: string): string[] => ofEach(...codes.map((code) => `${code} *${end}`));

/** Names that are a heading only where nothing else stands in it. */
const whole: Readonly<Partial<Record<Role, readonly string[]>>> = {
  number: ["stt", "tt", "so tt", "so thu tu", "thu tu"],
  code: ["ma", "ma so"],
  name: ["ten", "thu tuc hanh chinh", "tthc", "thu tuc", "dich vu cong"],
  levels: ["cap", "tham quyen", "cap tinh", "cap huyen", "cap xa", "cap trung uong", "cap bo"],
  performs: ["co quan", "don vi", "co quan don vi", "so nganh"],
  bases: ["quyet dinh", "can cu", "van ban"],
  from: ["hieu luc", "thoi diem"],
  shared: ["dung chung", ...ofEach("* dung chung")],
  noCase: [
    "khong phat sinh",
    "khong phat sinh ho so",
    ...ofEach("* khong phat sinh", "* khong phat sinh ho so"),
  ],
  internal: ["noi bo", ...ofEach("* noi bo")],
};

/** Names that are known within a longer heading too, the longest first. */
const within: Readonly<Partial<Record<Role, readonly string[]>>> = {
  code: [...codeOf(""), ...ofEach("so ho so *", "ma so ho so *", "ma ho so *"), "ma quoc gia"],
  oldCode: [
    ...codeOf(" duoc thay the"),
    ...codeOf(" bi thay the"),
    ...codeOf(" cu"),
    ...ofEach("thay the *", "thay the cho *"),
    ...["ma cu", "ma so cu", "ma duoc thay the", "ma bi thay the", "thay the cho", "thay the ma"],
  ],
  newCode: [
    ...codeOf(" moi"),
    ...codeOf(" thay the"),
    "ma moi",
    "ma so moi",
    "ma thay the",
    "ma so thay the",
  ],
  name: ofEach("ten *", "noi dung *", "danh muc *", "ten goi *"),
  oldName: [...ofEach("ten * duoc thay the", "ten * bi thay the", "ten * cu"), "ten cu"],
  newName: [...ofEach("ten * thay the", "ten * moi"), "ten moi"],
  field: ["linh vuc", "chuyen nganh", "nhom linh vuc"],
  levels: ["cap thuc hien", "cap giai quyet", "cap tham quyen", "cap chinh quyen", "cap hanh chinh"],
  decides: [
    ...["co quan co tham quyen", "co quan quyet dinh", "tham quyen quyet dinh", "tham quyen giai quyet"],
    "cap co tham quyen",
  ],
  performs: [
    ...["co quan thuc hien", "co quan giai quyet", "don vi thuc hien", "don vi giai quyet", "so ban nganh"],
    ...["co quan truc tiep thuc hien", "so nganh"],
  ],
  bases: [
    ...["can cu phap ly", "co so phap ly", "can cu", "van ban quy dinh", "van ban qppl", "vbqppl"],
    ...["van ban quy pham phap luat", "can cu quyet dinh"],
  ],
  from: [
    ...["ngay co hieu luc", "ngay hieu luc", "hieu luc tu", "thoi diem co hieu luc", "ngay ap dung"],
    ...["thoi diem ap dung", "hieu luc thi hanh", "co hieu luc", "ap dung tu", "thoi diem thuc hien"],
  ],
  to: [
    ...["ngay het hieu luc", "het hieu luc", "ngay bai bo", "thoi diem bai bo", "bai bo tu"],
    ...["thoi diem het hieu luc", "ngay huy bo"],
  ],
  until: ["hieu luc den", "den ngay", "den het ngay", "ap dung den"],
  status: ["tinh trang", "trang thai", "loai cong bo", "hinh thuc cong bo", "noi dung cong bo"],
  note: ["ghi chu"],
  aside: [
    ...["ma qr", "link", "duong link", "duong dan", "mot cua", "bcci", "truc tuyen", "quy trinh noi bo"],
    ...["thoi han", "thoi gian", "dia diem", "cach thuc", "phi", "le phi", "doi tuong", "muc do"],
    ...["co quan cong khai", "co quan phoi hop", "co quan ban hanh", "co quan duoc uy quyen"],
    ...["qd cong bo", "quyet dinh cong bo", "so quyet dinh", "ngay ban hanh", "thanh phan ho so"],
    ...["noi dung sua doi", "tiep nhan", "tra ket qua", "thoi han giai quyet", "ma giay to"],
    ...ofEach("thoi han giai quyet *", "quy trinh noi bo giai quyet *"),
  ],
};

type Alias = { role: Role; alias: string };
const listed = (names: Readonly<Partial<Record<Role, readonly string[]>>>): Alias[] =>
  (Object.keys(names) as Role[]).flatMap((role) => (names[role] ?? []).map((alias) => ({ role, alias })));

const wholes = new Map(listed(whole).map((each) => [each.alias, each]));
const parts = listed(within).toSorted((a, b) => b.alias.length - a.alias.length);

/** A heading longer than this is a sentence. */
const longestHeading = 160;

function known(heading: string): Alias | undefined {
  if (heading === "" || heading.length > longestHeading) return undefined;
  const padded = ` ${heading} `;
  return wholes.get(heading) ?? parts.find(({ alias }) => padded.includes(` ${alias} `));
}

/** What a column is by its heading of several rows: what stands lowest says it, alone or together with what is above it. */
function roleOf(texts: readonly string[]): Role | undefined {
  const keys = texts.map(searchKey);
  const lowest = keys.at(-1) ?? "";
  const above = keys.slice(0, -1).join(" ");
  if (above === "") return known(lowest)?.role;
  const [best] = [`${lowest} ${above}`, `${above} ${lowest}`, lowest]
    .flatMap((heading) => known(heading) ?? [])
    .filter(({ alias }) => !` ${above} `.includes(` ${alias} `))
    .toSorted((a, b) => b.alias.length - a.alias.length);
  return best?.role ?? keys.toReversed().flatMap((key) => known(key) ?? [])[0]?.role;
}

const text = (row: TableRow | undefined, index: number): string => row?.cells[index]?.trim() ?? "";

const isNumber = (cell: string): boolean => /^\(?\d+(?:\.\d+)*[.)]?$/.test(cell.trim());

/** Numbers, codes and days stand in what is listed, and never in a heading. */
const saysData = (row: TableRow): boolean =>
  row.cells.some((cell) => isNumber(cell) || (/\d\.\d/.test(cell) && codesIn(cell).length > 0));

/** Does the cell stand over or below a group: is it repeated beside itself, or is there nothing beside it? */
function grouped(row: TableRow, index: number): boolean {
  const own = text(row, index);
  const beside = [index - 1, index + 1].filter((each) => each >= 0 && each < row.cells.length);
  return own === "" || beside.some((each) => text(row, each) === own || text(row, each) === "");
}

/** Does the row only divide what the row above it heads? */
function continues(above: TableRow, row: TableRow | undefined): row is TableRow {
  if (!row || row.cells.length < 2 || saysData(row)) return false;
  let divides = false;
  for (const index of row.cells.keys()) {
    const own = text(row, index);
    if (own === "" || own === text(above, index)) continue;
    if (!grouped(above, index)) return false;
    divides = true;
  }
  return divides;
}

/** What heads a column, from above, each text once; what was left empty in a row is what stands to its left. */
function headingOf(rows: readonly TableRow[], index: number): string[] {
  const texts = rows.map((row, depth) => {
    const own = text(row, index);
    if (own !== "" || !rows.slice(depth + 1).some((below) => text(below, index) !== "")) return own;
    return (
      row.cells
        .slice(0, index)
        .findLast((cell) => cell.trim() !== "")
        ?.trim() ?? ""
    );
  });
  return texts.filter((each, n) => each !== "" && texts.indexOf(each) === n);
}

function columnsOf(rows: readonly TableRow[]): Column[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => headingOf(rows, index)).flatMap((texts, index) => {
    const role = texts.length > 0 ? roleOf(texts) : undefined;
    return role ? [{ index, role, label: texts.at(-1) ?? "" }] : [];
  });
}

const names: ReadonlySet<Role> = new Set<Role>(["name", "oldName", "newName"]);

/** The heading that begins at a row, or null: it names procedures, and something else beside them. */
export function headerAt(rows: readonly TableRow[], at: number): Header | null {
  const first = rows[at];
  if (!first || first.cells.length < 2 || saysData(first)) return null;
  if (new Set(first.cells.map((cell) => cell.trim()).filter(Boolean)).size < 2) return null;
  if (!first.cells.some((cell) => cell.length <= longestHeading && known(searchKey(cell)))) return null;
  const taken = [first];
  for (let next = rows[at + 1]; taken.length < 3 && continues(taken.at(-1) ?? first, next);) {
    taken.push(next);
    next = rows[at + taken.length];
  }
  const columns = columnsOf(taken);
  const roles = new Set(columns.map(({ role }) => role));
  const named = columns.some(({ role }) => names.has(role));
  if (!named || [...roles].every((role) => names.has(role))) return null;
  return { depth: taken.length, width: first.cells.length, columns };
}
