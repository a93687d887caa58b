// Hocuspocus as it comes: no extension, nothing stored, nobody asked who they are. What the rooms of the product are compared with.
import { createServer } from 'node:http';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';

const hocuspocus = new Hocuspocus({ quiet: true, maxPendingDocuments: 400 });
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    const connection = hocuspocus.handleConnection(webSocket as never, new Request('http://localhost/collab'), {});
    webSocket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
    webSocket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    webSocket.on('error', () => webSocket.terminate());
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
