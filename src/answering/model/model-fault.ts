/** What can go wrong between a question and a model's reply. */
export type FaultKind =
  /** Nobody listens there, the name is unknown, the certificate is wrong. */
  | 'unreachable'
  | 'unauthorised'
  | 'unknown-model'
  | 'rate-limited'
  | 'bad-request'
  | 'server-error'
  /** The connection broke in the middle of a reply. */
  | 'connection-lost'
  | 'connect-timeout'
  | 'first-byte-timeout'
  | 'silence-timeout'
  | 'whole-timeout'
  /** The stream ended and no `finish_reason` had come. */
  | 'ended-early'
  /** `finish_reason: length`: the reply was cut at its token limit. */
  | 'cut-off'
  /** The endpoint's own filter took the reply away. */
  | 'filtered'
  /** Not the reply of a model: HTML, JSON of another protocol. */
  | 'not-a-reply'
  | 'empty'
  | 'too-large'
  | 'invalid-json'
  | 'other-shape'
  | 'refusal'
  /** The reply holds what only our own instructions hold. */
  | 'leak'
  /** The circuit breaker is open: the model failed several times just now. */
  | 'resting'
  | 'over-budget'
  /** The reader stopped it. */
  | 'stopped'
  /** Asked beside the answer, it took longer than whoever asked would wait. */
  | 'not-awaited';

export interface ModelFault {
  readonly kind: FaultKind;
  /** For the log: a status, a network code. Never a key, a question or a reply. */
  readonly detail?: string | undefined;
  /** Milliseconds the endpoint asks to wait. */
  readonly retryAfter?: number | undefined;
}

const passing: ReadonlySet<FaultKind> = new Set([
  'unreachable',
  'rate-limited',
  'server-error',
  'connection-lost',
  'connect-timeout',
  'ended-early',
]);

const outages: ReadonlySet<FaultKind> = new Set([
  ...passing,
  'unauthorised',
  'unknown-model',
  'bad-request',
  'first-byte-timeout',
  'silence-timeout',
  'whole-timeout',
  'not-a-reply',
  'empty',
]);

/** Whether it may be gone a second later. After a long silence the reader has waited enough. */
export function isPassing({ kind }: ModelFault): boolean {
  return passing.has(kind);
}

/** Whether the endpoint, not this one reply, is at fault: the next question would meet it too. */
export function isOutage({ kind }: ModelFault): boolean {
  return outages.has(kind);
}

/** Why a call is interrupted: the reason of its abort signal, or an error of its reply stream. */
export class ModelInterruption extends Error {
  override readonly name = 'ModelInterruption';
  readonly fault: ModelFault;
  constructor(fault: ModelFault) {
    super(`The call of the model was interrupted: ${fault.kind}`);
    this.fault = fault;
  }
}
