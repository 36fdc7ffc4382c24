/** What apps of before said of themselves with a reason: true on their screen alone. */
const ofTheDevice = /(?<=[.!?]) (?:Nội dung vẫn giữ trên máy|Everything stays on the device)\.$/;

/** A reason as it was told, without what a device said of itself. */
export const reasonIn = (told: string): string => told.replace(ofTheDevice, "");
