import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { Problem } from '@/shared/api/problem';
import type { paths } from '@/shared/api/schema';

const SESSION = '/api/v1/session';
const ENTERED = 'tiercast-entered';
let csrfToken: string | undefined;

/** Whether somebody logged in with this browser: else there is no session to ask for, and no refusal for its console. */
export const hasEntered = () => localStorage.getItem(ENTERED) !== null;
export const forgetEntry = () => localStorage.removeItem(ENTERED);

/** Requests that change something carry the token that the session answered with. */
const csrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
  },
  async onResponse({ response, schemaPath }) {
    if (schemaPath !== SESSION || !response.ok || response.status === 204) return;
    const session = (await response.clone().json()) as { csrfToken?: string };
    csrfToken = session.csrfToken ?? csrfToken;
    localStorage.setItem(ENTERED, 'yes');
  },
};

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.from(response);
  },
};

/** The document lists what each call answers; any of them may also be refused with a problem. */
type Refusable<T> = {
  [Path in keyof T]: {
    [Method in keyof T[Path]]: T[Path][Method] extends { responses: infer R }
      ? Omit<T[Path][Method], 'responses'> & {
          responses: R & { default: { content: { 'application/problem+json': Problem } } };
        }
      : T[Path][Method];
  };
};

export const api = createFetchClient<Refusable<paths>>({
  baseUrl: window.location.origin,
  // Looked up at each call, not once, so that a test can stand at the HTTP border.
  fetch: (request) => globalThis.fetch(request),
});
api.use(csrf, problems);

/** Typed TanStack Query hooks over the same client; the key of a query is `['get', path, parameters]`. */
export const $api = createQueryClient(api);

export const currentCsrfToken = () => csrfToken;
