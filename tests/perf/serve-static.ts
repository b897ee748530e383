// node serve-static.ts FOLDER [PORT]: serves a folder on loopback and prints {"listening": url}. Hashed assets may be kept, as
// the workstation's may.
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const [, , folder, port = '0'] = process.argv;
if (folder === undefined) throw new Error('usage: serve-static.ts FOLDER [PORT]');
const app = fastify({ forceCloseConnections: true });
await app.register(fastifyStatic, {
  root: folder,
  setHeaders: (reply, path) => {
    if (path.includes('/assets/')) reply.header('cache-control', 'private, max-age=31536000, immutable');
  },
});
const listening = await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write(`${JSON.stringify({ listening: `${listening}/` })}\n`);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
