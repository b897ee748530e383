/**
 * The core in its own process (a utilityProcess): opens the workstation, speaks the desk contract over each port that
 * the shell hands it, and answers the shell where files lie. Its one argument: CoreArguments as JSON.
 */
import { randomUUID } from 'node:crypto';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessageEvent } from 'electron';
import { bytesSerializer } from '../../shared/contract/bytes.ts';
import { asAppError } from '../../shared/errors/app-error.ts';
import { makeLaunchEndpoint } from '../core/desk/launch-endpoint.ts';
import { makeDeskRouter } from '../core/desk/router.ts';
import { Workstation } from '../core/desk/workstation.ts';
import type { StoredAddress, StoredAnswer } from '../core/page/stored-path.ts';
import type { CoreArguments, FromCore, ToCore } from './core-messages.ts';

const shell = process.parentPort;
const { dataDir, resources, endpoint, version, systemLanguage } = JSON.parse(process.argv[2]!) as CoreArguments;

function tell(message: FromCore): void {
  shell.postMessage(message);
}

async function main(): Promise<void> {
  const workstation = await Workstation.open({
    folder: dataDir,
    host: 'electron',
    version,
    systemLanguage,
    resources,
    launchEndpoint: makeLaunchEndpoint(endpoint),
  });
  const handler = new RPCHandler(makeDeskRouter(workstation), { customJsonSerializers: [bytesSerializer] });

  const findFile = async (address: StoredAddress): Promise<StoredAnswer | null> => {
    try {
      return await workstation.storedFile(address);
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
      return null;
    }
  };

  shell.on('message', async ({ data, ports }: MessageEvent & { data: ToCore }) => {
    if (data.type === 'page') {
      const [port] = ports;
      handler.upgrade(port!, { context: { client: randomUUID() } });
      port!.start();
    } else if (data.type === 'file') {
      tell({ type: 'file', id: data.id, file: await findFile(data.address) });
    } else {
      await workstation.close();
      process.exit(0);
    }
  });
  tell({ type: 'ready' });
}

main().catch((thrown: unknown) => {
  tell({ type: 'failed', error: asAppError(thrown).toRecord() });
  process.exitCode = 1;
  // The shell's port keeps the process alive; the failure must have left first.
  setImmediate(() => process.exit());
});
