import { NumberColumn } from "#pipeline/columns/number-column.ts";

/** Where each file of this run stands in the ledger of the run before. */
export class Origins {
  readonly #shards = new NumberColumn();
  /** One more than the row, 0 for none. */
  readonly #rows = new NumberColumn();
  readonly #same = new NumberColumn();

  get count(): number {
    return this.#shards.count;
  }

  /** Adds the next file: the shard that it belongs to, its row there or -1 for a new one, and whether it says what it said. */
  push(shard: number, row: number, isSame: boolean): void {
    this.#shards.push(shard);
    this.#rows.push(row + 1);
    this.#same.push(isSame ? 1 : 0);
  }

  shardOf(file: number): number {
    return this.#shards.at(file);
  }

  rowOf(file: number): number {
    return this.#rows.at(file) - 1;
  }

  isSame(file: number): boolean {
    return this.#same.at(file) === 1;
  }
}
