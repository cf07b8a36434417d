export interface FieldError {
  field: string;
  message: string;
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
}

/** A refusal by the server (RFC 9457), thrown by every call of the client. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly errors: FieldError[];

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.type = body.type ?? 'about:blank';
    this.errors = body.errors ?? [];
  }

  static async from(response: Response): Promise<Problem> {
    const body = await response.json().catch(() => ({}));
    return new Problem(response.status, body as ProblemBody);
  }
}

export const statusOf = (error: unknown): number | undefined => (error instanceof Problem ? error.status : undefined);

/** What a person reads: the server's own words, the fields it named, or that it could not be reached. */
export function wordsOf(error: unknown): string {
  if (error instanceof Problem) {
    const fields = error.errors.map((e) => `${e.field}: ${e.message}`).filter((line) => !line.endsWith(error.message));
    return [error.message, ...fields].join(' · ');
  }
  if (error instanceof TypeError) return 'The server cannot be reached just now.';
  return error instanceof Error ? error.message : 'Something went wrong.';
}

/** The server's message for one form field. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof Problem ? error.errors.find((e) => e.field === field)?.message : undefined;
