/** What a build knows of itself; written beside the single files, so that a page can make one that says the same. */
export interface Edition {
  /** Of the program, from package.json. */
  version: string;
  /** ISO date of the build, or of the day on which a reader made the file. */
  built: string;
  /** Address of the published site under its base path, with a slash at the end; absent where it is not known. */
  site?: string;
  style: Inline;
}

/** A style or script that stands in the file itself, and the source expression that a policy allows it by. */
export interface Inline {
  text: string;
  /** `'sha256-…'` */
  hash: string;
}
