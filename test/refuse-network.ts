/** Loaded before every test: a connection to anything but this machine is an error, not a download. */
import net from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const target = hostOf(args);
  if (target !== undefined && !LOOPBACK.has(target)) {
    throw new Error(`A test tried to reach ${target}; tests stay on this machine.`);
  }
  return Reflect.apply(connect, this, args) as net.Socket;
};

/** The host of any of the argument forms of `connect`; undefined for a local socket. */
function hostOf(args: readonly unknown[]): string | undefined {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof args[1] === 'string' ? args[1] : 'localhost';
}
