import { opener, sealer } from './protocol/envelope';

/** What VS Code gives to a page, once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What a page and its host are to each other. */
export interface PageSide<In, Out, Words> {
  readonly readWords: (data: unknown) => Words | undefined;
  readonly readMessage: (data: unknown) => In | undefined;
  /** Makes the page; what it returns takes what the host tells. */
  readonly make: (words: Words, tell: (message: Out) => void) => (message: In) => void;
  /** Tells the host that the page is there. */
  readonly ready: Out;
}

/** Begins a page where the host put what belongs to it: the channel of its messages, and its words. */
export function beginPage<In, Out, Words>(api: VsCodeApi, side: PageSide<In, Out, Words>): void {
  const { channel = '', words = '' } = document.body.dataset;
  let data: unknown;
  try {
    data = JSON.parse(words);
  } catch {
    return;
  }
  const texts = side.readWords(data);
  if (!texts) return;
  const seal = sealer<Out>(channel, Date.now());
  const tell = (message: Out): void => {
    api.postMessage(seal(message));
  };
  const show = side.make(texts, tell);
  const open = opener(channel, side.readMessage);
  window.addEventListener('message', ({ data: envelope }: MessageEvent<unknown>) => {
    const message = open(envelope);
    if (message !== undefined) show(message);
  });
  tell(side.ready);
}
