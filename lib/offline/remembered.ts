/** A few words that the pages of this browser leave one another. Where it refuses to keep them, the app works without. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Whether this browser lets its pages leave words at all. */
export function remembers(): boolean {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The start of the app says what is lost by it.
  }
}
