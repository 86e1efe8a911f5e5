import { hasOnly, isFields } from './guards';

/** A message with what tells it from a foreign and from a repeated one. */
export interface Envelope<T> {
  /** Made by the host for one life of the page; nobody else knows it. */
  readonly channel: string;
  /** Grows with every message of a sender. */
  readonly serial: number;
  readonly message: T;
}

/**
 * Opens the envelopes of one sender. What is no envelope, of another channel, no newer than what came before, or what
 * `read` refuses, comes out as undefined, and changes nothing.
 */
export function opener<T>(
  channel: string,
  read: (message: unknown) => T | undefined,
): (data: unknown) => T | undefined {
  let last = 0;
  return (data) => {
    if (!isFields(data) || !hasOnly(data, 'channel', 'serial', 'message')) return undefined;
    const { serial } = data;
    if (channel === '' || data['channel'] !== channel) return undefined;
    if (typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial <= last) return undefined;
    const message = read(data['message']);
    if (message !== undefined) last = serial;
    return message;
  };
}

/**
 * Puts messages into envelopes, each with the next serial behind `last`: a page that is made again begins with the time,
 * so that it goes on where the one before it ended.
 */
export function sealer<T>(channel: string, last = 0): (message: T) => Envelope<T> {
  let serial = last;
  return (message) => ({ channel, serial: ++serial, message });
}
