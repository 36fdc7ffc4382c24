// @ts-check
// Loaded into the site's process: when the launcher is killed, the channel to it closes, and the site ends too instead
// of holding the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
