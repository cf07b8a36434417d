import { vi } from 'vitest';

export interface Sent {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

type Reply = unknown | ((sent: Sent) => unknown);
export type Replies = Record<string, Reply>;

export class Refusal {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors: { field: string; message: string }[] = [],
  ) {}
}

/** Stands at the HTTP border: answers "GET /api/v1/things" by what it was given, and remembers what was asked. */
export function fakeServer(replies: Replies): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const asked: Sent = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      body: text && /json/.test(request.headers.get('Content-Type') ?? '') ? JSON.parse(text) : text || undefined,
      headers: request.headers,
    };
    sent.push(asked);
    const key = `${asked.method} ${asked.path}`;
    const reply = key in replies ? replies[key] : new Refusal(404, `The fake server has no ${key}`);
    return answer(typeof reply === 'function' ? reply(asked) : reply);
  });
  return sent;
}

function answer(reply: unknown): Response {
  if (reply instanceof Refusal) {
    const { status, detail, errors } = reply;
    const headers = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify({ status, title: 'Refused', detail, errors }), { status, headers });
  }
  if (reply === undefined) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(reply), { headers: { 'Content-Type': 'application/json', ETag: '"1"' } });
}

/** A stream that a test speaks through. */
export class FakeEventSource extends EventTarget {
  static CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  emit(event: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }

  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }

  close() {
    this.readyState = 2;
  }
}
