import 'reflect-metadata';
import { ConfigurationError } from '@mainstay/configuration';
import { EmbeddedPostgresError } from '@mainstay/embedded-postgres';
import { readSettings } from './configuration';
import { signIns } from './demo/sign-ins';
import { type Product, startProduct } from './product';
import { readArguments } from './start/arguments';
import { progressBar } from './start/progress-bar';
import { resetFolder } from './start/reset';
import { StartError } from './start/start-error';

/** `npm start`: runs the whole product in this process until it is told to stop. */
export async function main(args: readonly string[]): Promise<void> {
  const began = performance.now();
  try {
    const { empty, reset, yes } = readArguments(args);
    const settings = readSettings(process.env);
    if (reset) await resetFolder(settings.dataFolder, yes);
    const product = await startProduct({ ...settings, say: (line) => console.log(line) });
    stopOnSignal(product);
    await product.ready;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`\nMainstay is ready after ${seconds} s: ${product.url}\n`);
    await product.loadDemo({ empty, progress: progressBar('Loading the demo enterprise') });
    console.log(`${signIns()}\n\nCtrl-C stops it. Everything is kept for the next start.`);
  } catch (error) {
    console.error(`\n${sentence(error)}`);
    process.exit(1);
  }
}

function sentence(error: unknown): string {
  const foreseen = [StartError, ConfigurationError, EmbeddedPostgresError].some((kind) => error instanceof kind);
  if (foreseen) return (error as Error).message;
  return `Mainstay did not start: ${error instanceof Error ? error.message : String(error)}`;
}

/** The first signal stops in good order; a second one does not wait. */
function stopOnSignal(product: Product): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('\nStopping ...');
    void product.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(sentence(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  product.onFailure((reason) => {
    console.error(`\n${reason}`);
    process.exitCode = 1;
    void product.stop().finally(() => process.exit(1));
  });
}
