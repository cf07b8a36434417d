import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

type Answer = (asked: IncomingMessage, reply: ServerResponse) => boolean;

/** Stands between the browser and the application: passes everything on, unless it is to answer itself, or the line is cut. */
export async function standBetween(target: string, answer: Answer = () => false) {
  const sockets = new Set<Socket>();
  const server = createServer((asked, reply) => {
    if (answer(asked, reply)) return;
    const { method = 'GET', headers, url = '/' } = asked;
    const onward = request(new URL(url, target), { method, headers }, (from) => {
      reply.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(reply);
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      sockets.forEach((socket) => socket.destroy());
    });
  return { url: `http://127.0.0.1:${port}`, cut, mend: () => listen(port) };
}
