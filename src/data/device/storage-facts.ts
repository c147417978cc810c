import { useQuery, useQueryClient } from "@tanstack/react-query";

/** What the browser says of the site's storage. */
export type StorageFacts = {
  /** Bytes that the site uses, and that it may use at most; null where the browser does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether it promised to remove nothing by itself; null where it makes no such promise. */
  readonly isPersisted: boolean | null;
};

type Keeper = Partial<Pick<StorageManager, "estimate" | "persisted" | "persist">>;

/** Asks the browser; what it does not say, or refuses to, is null. */
export async function readStorageFacts(keeper: Keeper): Promise<StorageFacts> {
  const estimate = await attempt(() => keeper.estimate?.());
  return {
    used: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    isPersisted: (await attempt(() => keeper.persisted?.())) ?? null,
  };
}

/** What the browser says of its storage, and the function that asks it to remove nothing by itself. */
export function useStorageFacts() {
  const client = useQueryClient();
  const queryKey = ["storage facts"];
  const { data } = useQuery({
    queryKey,
    queryFn: () => readStorageFacts(storageKeeper()),
    networkMode: "always",
    // It changes with every article that is saved, and asking costs nothing.
    staleTime: 0,
    gcTime: 0,
  });
  return {
    facts: data,
    /** @returns the browser's answer; null where it has none. */
    askToKeep: async (): Promise<boolean | null> => {
      const answer = (await attempt(() => storageKeeper().persist?.())) ?? null;
      await client.invalidateQueries({ queryKey });
      return answer;
    },
    lookAgain: () => client.invalidateQueries({ queryKey }),
  };
}

/**
 * Says whether the browser removes what a site keeps when its reader has not come by for seven days: Safari's engine
 * does, unless the site is installed.
 */
export function removesUnvisited(
  { userAgent }: Pick<Navigator, "userAgent">,
  isInstalled: () => boolean,
): boolean {
  const isWebKit = /AppleWebKit.*(?:Safari|Mobile)\//.test(userAgent);
  return isWebKit && !/Chrome|Chromium|Android/.test(userAgent) && !isInstalled();
}

function storageKeeper(): Keeper {
  // Missing where the page is not served over https.
  const keeper: Keeper | undefined = navigator.storage;
  return keeper ?? {};
}

async function attempt<T>(work: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    // Denied: then it does not say.
    return undefined;
  }
}
