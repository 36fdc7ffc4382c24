import { headers } from "next/headers";

/** The requests whose form was not taken. An action and the page drawn after it share one request, and nothing else. */
const faulty = new WeakSet<object>();

/** Notes that the form of this request was not taken. */
export const noteFault = async (): Promise<void> => void faulty.add(await headers());

/** Was the form of this request refused? Its page says so in its title, before anything of it is sent. */
export const wasRefused = async (): Promise<boolean> => faulty.has(await headers());
