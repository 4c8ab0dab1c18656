import { createServer, connect, type Server, type Socket } from 'node:net';

/**
 * Who among our processes starts and stops a database: one owner, and guests that use it. The claim is a socket name of
 * the kernel's (Linux, abstract), which it takes back at the moment its holder ends, killed or not; no file to go stale.
 * When the owner leaves, a guest inherits.
 */
export type Claim = Owner | Guest;

export type Owner = {
  role: 'owner';
  /** The database is up: guests may use it from now on. */
  admitGuests: () => void;
  /** Lets nobody in any more; answers how many are in. */
  closeToGuests: () => number;
  release: () => Promise<void>;
};

export type Guest = {
  role: 'guest';
  onOwnerLeft: (inherit: () => void) => void;
  release: () => Promise<void>;
};

/** Waits while an owner is starting or stopping the database. `name` must be the same for all processes. */
export async function claim(name: string): Promise<Claim> {
  for (;;) {
    const server = await tryListen(`\0${name}`);
    if (server) return owner(server);
    const socket = await tryEnter(`\0${name}`);
    if (socket) return guest(socket);
  }
}

function owner(server: Server): Owner {
  const waiting = new Set<Socket>();
  const inside = new Set<Socket>();
  let open = false;
  const admit = (socket: Socket): void => {
    waiting.delete(socket);
    inside.add(socket);
    socket.write('come in');
  };
  server.on('connection', (socket) => {
    socket.unref().on('error', () => socket.destroy());
    socket.on('close', () => [waiting, inside].forEach((sockets) => sockets.delete(socket)));
    waiting.add(socket);
    if (open) admit(socket);
  });
  return {
    role: 'owner',
    admitGuests: () => {
      open = true;
      for (const socket of waiting) admit(socket);
    },
    closeToGuests: () => {
      open = false;
      return inside.size;
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of [...waiting, ...inside]) socket.destroy();
      }),
  };
}

function guest(socket: Socket): Guest {
  return {
    role: 'guest',
    onOwnerLeft: (inherit) => {
      if (socket.closed) inherit();
      else socket.once('close', inherit);
    },
    release: () =>
      new Promise((resolve) => {
        socket.removeAllListeners('close');
        if (socket.closed) resolve();
        else socket.once('close', () => resolve()).destroy();
      }),
  };
}

function tryListen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path, exclusive: true }, () => resolve(server.unref()));
  });
}

/** A socket to the owner once it lets us in; `undefined` if it left before. */
function tryEnter(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => resolve(undefined));
    socket.once('data', () => resolve(socket.unref()));
  });
}
