import { statfs } from 'node:fs/promises'

export type DiskSpace = { readonly freeBytes: number; readonly allBytes: number }

export async function diskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, allBytes: blocks * bsize }
}

const leastBytes = 2_000_000_000

/** Low: under 2 GB, or under a twentieth of a small disk. A database that finds no room stops. */
export const isLow = ({ freeBytes, allBytes }: DiskSpace): boolean => freeBytes < Math.min(leastBytes, allBytes / 20)

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`
