/** A worker that remembers what it was told. */
export class FakeWorker extends EventTarget {
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  /** Goes on to its next state. */
  goOn(): void {
    this.dispatchEvent(new Event("statechange"));
  }
}

export class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  updates = 0;
  canUpdate = true;
  async update(): Promise<void> {
    this.updates += 1;
    if (!this.canUpdate) throw new TypeError("There is no network.");
  }
  /** Finds a newer worker, which begins to install. */
  find(): FakeWorker {
    const worker = new FakeWorker();
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    return worker;
  }
  /** Ends the install: the worker waits. */
  install(): FakeWorker | null {
    const worker = this.installing;
    this.installing = null;
    this.waiting = worker;
    worker?.goOn();
    return worker;
  }
}

/** What a browser has at `navigator.serviceWorker`. */
export class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly registered: string[] = [];
  async register(address: unknown): Promise<FakeRegistration> {
    this.registered.push(String(address));
    return this.registration;
  }
  /** A worker takes the page over. */
  takeOver(worker = new FakeWorker()): FakeWorker {
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
    return worker;
  }
  /** As the browser's own type, of which it has what the app uses. */
  get asContainer(): ServiceWorkerContainer {
    return this as unknown as ServiceWorkerContainer;
  }
}
