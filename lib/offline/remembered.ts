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

export function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Everything whose name begins so, by the rest of its name. */
export function rememberedUnder(prefix: string): [string, string][] {
  try {
    return Object.entries(localStorage).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [],
    );
  } catch {
    return [];
  }
}
