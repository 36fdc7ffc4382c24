/**
 * Puts values into a sentence: "Đã lưu {time}". What has no value stays in its braces; numbers are written plainly, unless it is said
 * how.
 */
export const fill = (
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  written: (value: number) => string = String,
): string =>
  sentence.replace(/\{(\w+)(?:, number)?\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? written(value) : (value ?? whole);
  });
