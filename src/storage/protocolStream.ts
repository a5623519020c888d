import { Duplex } from "node:stream";

const TERMINATE = 0x58;

/** One exchange of the PostgreSQL wire protocol: bytes in, the server's bytes out. */
export type Exchange = (bytes: Buffer) => Promise<Buffer>;

/** What node-postgres takes for a socket, answered by an exchange in this process instead of a server. */
export class ProtocolStream extends Duplex {
  readonly #exchange: Exchange;
  readonly #reset: () => Promise<void>;
  #isFresh = true;

  /** @param reset takes back what an earlier connection left; called before the first exchange */
  constructor(exchange: Exchange, reset: () => Promise<void> = () => Promise.resolve()) {
    super();
    this.#exchange = exchange;
    this.#reset = reset;
  }

  connect(): this {
    setImmediate(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#run(chunk, done);
  }

  override _writev(chunks: readonly { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#run(Buffer.concat(chunks.map((entry) => entry.chunk)), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  #run(bytes: Buffer, done: (error?: Error | null) => void): void {
    if (bytes[0] === TERMINATE) {
      this.push(null);
      done();
      return;
    }
    void this.#answer(bytes, done);
  }

  async #answer(bytes: Buffer, done: (error?: Error | null) => void): Promise<void> {
    try {
      if (this.#isFresh) await this.#reset();
      this.#isFresh = false;
      const answer = await this.#exchange(bytes);
      if (answer.length > 0) this.push(answer);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
