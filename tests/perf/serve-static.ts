// node serve-static.ts FOLDER: serves a folder on loopback and prints {"listening": url}.
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: serve-static.ts FOLDER');
const app = fastify({ forceCloseConnections: true });
await app.register(fastifyStatic, { root: folder });
const listening = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ listening: `${listening}/` })}\n`);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
