// PostgreSQL in the product's care, as something that can be killed, paused and started again on its data and port.
export async function startPostgres({ library, dataFolder, password, settings }) {
  const open = (port) => library.startEmbeddedPostgres({ dataDir: dataFolder, password, settings, port });
  let server = await open();
  const { port, superuserUrl } = server;
  const ended = (child) =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => child.once('exit', resolve));
  return {
    port,
    superuserUrl,
    get pid() {
      return server.process.pid;
    },
    /** kill -9 of the postmaster; its children end with it. */
    async kill() {
      process.kill(server.process.pid, 'SIGKILL');
      await ended(server.process);
    },
    pause: () => process.kill(server.process.pid, 'SIGSTOP'),
    resume: () => process.kill(server.process.pid, 'SIGCONT'),
    async restart() {
      await server.stop();
      server = await open(port);
    },
    stop: () => server.stop(),
  };
}
