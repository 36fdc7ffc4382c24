/** Does what a query gave say this anywhere? */
export const mentions = (value: unknown, text: string): boolean => JSON.stringify(value).includes(text);
