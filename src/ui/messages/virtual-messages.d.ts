declare module "virtual:messages/*" {
  export const catalog: import("./messages.tsx").Catalog;
}
