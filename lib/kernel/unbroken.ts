/** Words that are nothing without the number or letter behind them: "Điều 4", "điểm h", "câu D.2", "mục IV", "ISO 9001:2008". */
const before =
  /(?<![\p{L}\p{N}])([Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]âu|[Mm]ục|[Ảả]nh|ISO) (?=\p{N}|[a-zđ](?!\p{L})|[A-Z]\.\p{N}|[IVX]+(?!\p{L}))/gu;

/** A clause and its article are one place. */
const clause = /([Kk]hoản\u00a0\p{N}+[a-zđ]?) (?=Điều\u00a0\p{N})/gu;

/** What no paper breaks over two lines is tied by spaces that do not break. */
export const unbroken = (text: string): string =>
  text.replace(before, "$1\u00a0").replace(clause, "$1\u00a0");
