/** In pixels of the picture itself. */
export type ImageSize = { width: number; height: number };
