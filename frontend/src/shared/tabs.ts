/**
 * Lets one of all open tabs do a thing, and every tab hear what it says; when that tab closes, another takes over. So any number
 * of tabs keep one connection to the server, of which a browser allows only six. Where the browser lacks the means (a page
 * that came over plain http), each tab does it for itself.
 */
export function sharedByTabs<T>(
  name: string,
  lead: (say: (words: T) => void) => () => void,
  hear: (words: T) => void,
): { say: (words: T) => void; leave: () => void } {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return { say: hear, leave: lead(hear) };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => hear(event.data as T);
  const say = (words: T) => {
    channel.postMessage(words);
    hear(words);
  };
  const waiting = new AbortController();
  let stop: (() => void) | undefined;
  const leading = () => {
    // Granted although it was given up in the same moment: whoever led then could not be stopped any more.
    if (waiting.signal.aborted) return Promise.resolve();
    return new Promise<void>((release) => {
      const end = lead(say);
      stop = () => {
        end();
        release();
      };
    });
  };
  // Left while still waiting for its turn: nothing to do.
  navigator.locks.request(name, { signal: waiting.signal }, leading).catch(() => undefined);
  const leave = () => {
    waiting.abort();
    stop?.();
    channel.close();
  };
  return { say, leave };
}
